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

/** The APIs of a running service: HTTP and, if enabled, Seneca and gRPC. */
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
     * Starts all APIs, or none if one fails.
     *
     * @param authenticator authenticates callers
     * @param senecaTcp authenticates callers over Seneca TCP, who have no key
     * @throws IOException if an address cannot be listened on
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
                    senecaOnHttp(settings, ports, authenticator, telemetry));
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

    /** Returns the Seneca handler for the port of the HTTP API, or a handler that does nothing. */
    private static Handler.Wrapper senecaOnHttp(ServiceSettings settings, DrivingPorts ports,
            Authenticator authenticator, Telemetry telemetry) {
        return settings.seneca().onHttp()
                ? new SenecaHandler(ports, authenticator, telemetry, settings.http().server().requests().maxBodyBytes())
                : new Handler.Wrapper();
    }

    /** Starts gRPC if it is enabled; otherwise its libraries are not loaded. */
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

    /** The gRPC port, or null if gRPC is off. */
    public @Nullable Integer grpcPort() {
        return grpc == null ? null : grpc.port();
    }

    /**
     * Replaces the certificates for new connections. HTTP is first, because it checks them most strictly.
     *
     * @throws IOException if they are invalid; then the previous ones stay in use
     */
    void replace(TlsSettings certificates) throws IOException {
        http.replace(certificates);
        seneca.replace(certificates);
        if (grpc != null) {
            grpc.replace(certificates);
        }
    }

    /** Closes all APIs in parallel, so that they drain at the same time. */
    @Override
    public void close() {
        all.close();
    }
}
