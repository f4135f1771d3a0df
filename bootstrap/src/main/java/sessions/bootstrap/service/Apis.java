package sessions.bootstrap.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.GrpcApi;
import sessions.rest.HttpApi;
import sessions.seneca.SenecaHandler;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/** The APIs of a running service: HTTP, and where asked for Seneca and gRPC. */
public final class Apis implements AutoCloseable {

    private final HttpApi http;
    private final SenecaApis seneca;
    private final @Nullable GrpcApi grpc;
    private final ParallelCloser all;

    private Apis(HttpApi http, SenecaApis seneca, @Nullable GrpcApi grpc, ParallelCloser all) {
        this.http = http;
        this.seneca = seneca;
        this.grpc = grpc;
        this.all = all;
    }

    /**
     * Starts all, or none.
     *
     * @param authenticator says who calls
     * @param senecaTcp the same for callers who have no key
     * @throws IOException where an address cannot be listened on
     */
    static Apis start(ServiceSettings settings, DrivingPorts ports, Authenticator authenticator,
            Authenticator senecaTcp,
            Observability observability) throws IOException {
        Telemetry telemetry = observability.telemetry();
        List<AutoCloseable> started = new ArrayList<>();
        try {
            SenecaApis seneca = SenecaApis.start(settings.seneca(), ports, authenticator, senecaTcp, telemetry);
            started.addAll(seneca.all());
            HttpApi http = HttpApi.start(settings.http(), ports, authenticator, telemetry, observability.metrics(),
                    beside(settings, ports, authenticator, telemetry));
            started.add(http);
            GrpcApi grpc = grpc(settings.grpc(), ports, authenticator, telemetry);
            if (grpc != null) {
                started.add(grpc);
            }
            Apis apis = new Apis(http, seneca, grpc, new ParallelCloser(started));
            apis.watchConnections(observability);
            return apis;
        } catch (IOException | RuntimeException failed) {
            try (ParallelCloser _ = new ParallelCloser(started)) {
                throw failed;
            }
        }
    }

    private void watchConnections(Observability observability) {
        observability.watchConnections("http", http::connections);
        seneca.watchConnections(observability);
        if (grpc != null) {
            observability.watchConnections("grpc", grpc::connections);
        }
    }

    /** What else is served on the port of the HTTP API. */
    private static Handler.Wrapper beside(ServiceSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry) {
        return settings.seneca().besideHttp()
                ? new SenecaHandler(ports, authenticator, telemetry, settings.http().server().requests().maxBodyBytes())
                : new Handler.Wrapper();
    }

    /** Where it is not asked for, nothing of its libraries is loaded. */
    private static @Nullable GrpcApi grpc(@Nullable ServerSettings settings, DrivingPorts ports,
            Authenticator authenticator,
            Telemetry telemetry) throws IOException {
        return settings == null ? null : GrpcApi.start(settings, ports, authenticator, telemetry);
    }

    /** The port of the HTTP API. */
    int port() {
        return http.port();
    }

    public SenecaApis seneca() {
        return seneca;
    }

    /** The port on which gRPC is served, or null where it is not. */
    public @Nullable Integer grpcPort() {
        return grpc == null ? null : grpc.port();
    }

    /**
     * Has new connections use other certificates from now on.
     *
     * @throws IOException where they cannot be read; then those before stay. HTTP looks at them first, and most closely
     */
    void replace(TlsSettings certificates) throws IOException {
        http.replace(certificates);
        seneca.replace(certificates);
        if (grpc != null) {
            grpc.replace(certificates);
        }
    }

    /** All drain at the same time. */
    @Override
    public void close() {
        all.close();
    }
}
