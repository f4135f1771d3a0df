package sessions.bootstrap.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.shell.Setting;
import sessions.transport.ServerSettings;

/** The option that enables gRPC, with the same host, certificate and limits as HTTP. */
final class GrpcOptions {

    @Setting
    @Option(names = "--grpc-port", paramLabel = "PORT", converter = NumberConverters.Port.class,
            description = "Port for gRPC; 0 for any free port (default: no gRPC).")
    private @Nullable Integer port;

    /** Returns the settings of the gRPC server, or null if gRPC is off. */
    @Nullable
    ServerSettings settings(ServerSettings http) {
        return port == null ? null : http.withPort(port);
    }
}
