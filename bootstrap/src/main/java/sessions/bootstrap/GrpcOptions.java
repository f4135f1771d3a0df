package sessions.bootstrap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.cli.Setting;
import sessions.grpc.GrpcLimits;
import sessions.grpc.GrpcSettings;
import sessions.grpc.GrpcTls;
import sessions.rest.ConnectionLimits;
import sessions.rest.HttpLimits;
import sessions.rest.HttpSettings;
import sessions.rest.TlsSettings;

/** The option that has gRPC served beside HTTP, with the same host, certificate and limits. */
final class GrpcOptions {

    @Setting
    @Option(names = "--grpc-port", paramLabel = "PORT", converter = Numbers.Port.class,
            description = "Port to serve gRPC on as well, 0 for any free one (default: no gRPC).")
    private @Nullable Integer port;

    /** How gRPC is to be served beside HTTP, or null where it is not. */
    @Nullable
    GrpcSettings settings(HttpSettings http) {
        if (port == null) {
            return null;
        }
        TlsSettings tls = http.tls();
        return new GrpcSettings(http.host(), port, tls == null ? null : tls(tls),
                limits(http.limits(), http.connections()), http.drainTime());
    }

    static GrpcTls tls(TlsSettings tls) {
        return new GrpcTls(tls.certificates(), tls.key(), tls.keyPassword(), tls.clientAuthorities());
    }

    private static GrpcLimits limits(HttpLimits requests, ConnectionLimits connections) {
        return new GrpcLimits(requests.maxBodyBytes(), requests.maxHeaderBytes(), requests.maxConcurrent(),
                requests.longestWait(), connections.connections(), connections.idleTimeout(),
                connections.arrivalTime());
    }
}
