package sessions.seneca;

import java.io.IOException;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.jetty.JettyServer;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/** Serves Seneca messages over HTTP on a port of their own. */
public final class SenecaHttp implements AutoCloseable {

    private final JettyServer server;

    private SenecaHttp(JettyServer server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param authenticator authenticates each request before its body is read
     * @param telemetry receives each request
     * @throws IOException if the server cannot listen on the address or cannot read the certificates; the message gives
     *         the cause
     */
    public static SenecaHttp start(ServerSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry) throws IOException {
        return new SenecaHttp(JettyServer.start(settings,
                new SenecaHandler(ports, authenticator, telemetry, settings.requests().maxBodyBytes())));
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     * @throws IllegalStateException if the server does not use TLS
     */
    public void replace(TlsSettings certificates) throws IOException {
        server.replace(certificates);
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return server.port();
    }

    /** Rejects new requests, waits up to the drain time for requests in flight, then closes the connections. */
    @Override
    public void close() {
        server.close();
    }
}
