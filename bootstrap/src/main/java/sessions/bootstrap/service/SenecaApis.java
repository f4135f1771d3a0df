package sessions.bootstrap.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.bootstrap.settings.HostNames;
import sessions.bootstrap.settings.SenecaSettings;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.seneca.SenecaHandler;
import sessions.seneca.SenecaHttp;
import sessions.seneca.SenecaTcp;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/** The Seneca APIs on ports of their own, if enabled. */
public final class SenecaApis {

    private final SenecaSettings settings;
    private final @Nullable SenecaHttp http;
    private final @Nullable SenecaTcp tcp;

    private SenecaApis(SenecaSettings settings, @Nullable SenecaHttp http, @Nullable SenecaTcp tcp) {
        this.settings = settings;
        this.http = http;
        this.tcp = tcp;
    }

    /**
     * Starts the enabled APIs, or none if one fails.
     *
     * @param authenticator authenticates callers over HTTP
     * @param tcpAuthenticator authenticates callers over TCP
     * @throws IOException if an address cannot be listened on
     */
    static SenecaApis start(SenecaSettings settings, DrivingPorts ports, Authenticator authenticator,
            Authenticator tcpAuthenticator,
            Telemetry telemetry) throws IOException {
        ServerSettings overTcp = settings.tcp();
        SenecaTcp tcp = overTcp == null ? null : SenecaTcp.start(overTcp, ports, tcpAuthenticator, telemetry);
        try {
            return new SenecaApis(settings, overHttp(settings.http(), ports, authenticator, telemetry), tcp);
        } catch (IOException | RuntimeException failed) {
            try (tcp) {
                throw failed;
            }
        }
    }

    private static @Nullable SenecaHttp overHttp(@Nullable ServerSettings settings, DrivingPorts ports,
            Authenticator authenticator, Telemetry telemetry) throws IOException {
        return settings == null
                ? null
                : SenecaHttp.start(settings, ports, authenticator, telemetry);
    }

    /**
     * Returns the URLs at which callers reach the APIs.
     *
     * @param main the URL of the HTTP API
     */
    public List<String> addresses(String main) {
        List<String> addresses = new ArrayList<>();
        if (settings.onHttp()) {
            addresses.add(main + SenecaHandler.PATH);
        }
        ServerSettings overHttp = settings.http();
        if (http != null && overHttp != null) {
            addresses.add(HostNames.url(overHttp, http.port()) + SenecaHandler.PATH);
        }
        ServerSettings overTcp = settings.tcp();
        if (tcp != null && overTcp != null) {
            addresses.add("tcp://" + HostNames.inUrl(overTcp.host()) + ":" + tcp.port());
        }
        return addresses;
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they are invalid; then the previous ones stay in use
     */
    void replace(TlsSettings certificates) throws IOException {
        if (http != null) {
            http.replace(certificates);
        }
    }

    /** Adds a metric for TCP connections. HTTP has none, because its connections are many and short. */
    void watchConnections(Observability observability) {
        if (tcp != null) {
            observability.watchConnections("seneca.tcp", tcp::connections);
        }
    }

    /** Returns the running APIs. */
    List<AutoCloseable> all() {
        List<AutoCloseable> all = new ArrayList<>();
        if (http != null) {
            all.add(http);
        }
        if (tcp != null) {
            all.add(tcp);
        }
        return all;
    }
}
