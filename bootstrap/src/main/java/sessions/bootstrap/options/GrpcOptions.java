package sessions.bootstrap.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.shell.Setting;
import sessions.transport.ServerSettings;

/** The option that has gRPC served beside HTTP, with the same host, certificate and limits. */
final class GrpcOptions {

    @Setting
    @Option(names = "--grpc-port", paramLabel = "PORT", converter = NumberConverters.Port.class,
            description = "Port for gRPC; 0 for any free port (default: no gRPC).")
    private @Nullable Integer port;

    /** How gRPC is to be served beside HTTP, or null where it is not. */
    @Nullable
    ServerSettings settings(ServerSettings http) {
        return port == null ? null : http.withPort(port);
    }
}
