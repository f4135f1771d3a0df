package sessions.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.rest.HttpApi;
import sessions.rest.HttpSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.ResourcesContract;
import sessions.testkit.port.SessionsContract;
import sessions.testkit.server.TestCertificate;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/** The real service on a free port, with the memory store. */
final class LocalService implements AutoCloseable {

    static final int MAX_BODY = 100_000;

    private static final ServerSettings SERVER = ServerSettings.local(Duration.ofSeconds(20))
            .withRequests(RequestLimits.DEFAULT.withMaxBody(MAX_BODY));

    private final HttpApi api;

    private LocalService(HttpApi api) {
        this.api = api;
    }

    static LocalService start(SettableClock clock) {
        return start(ports(clock));
    }

    static LocalService start(DrivingPorts ports) {
        return start(ports, Authenticator.ALLOW_ALL);
    }

    /** Starts a service that speaks TLS with a certificate. */
    static LocalService start(SettableClock clock, TestCertificate certificate) {
        TlsSettings tls = new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null, null);
        return start(SERVER.withTls(tls), ports(clock), Authenticator.ALLOW_ALL);
    }

    static LocalService start(DrivingPorts ports, Authenticator authenticator) {
        return start(SERVER, ports, authenticator);
    }

    private static LocalService start(ServerSettings server, DrivingPorts ports, Authenticator authenticator) {
        try {
            return new LocalService(HttpApi.start(new HttpSettings(server), ports, authenticator));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DrivingPorts ports(SettableClock clock) {
        return UseCases.on(new MemorySessionStore(), clock,
                new SessionRules(Fixtures.ONE_HOUR, SessionsContract.MAX_PAGE_SIZE, Duration.ZERO, false,
                        ResourcesContract.IDEMPOTENCY_WINDOW),
                new JsonMergePatch(MAX_BODY),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));
    }

    String address() {
        return "http://127.0.0.1:" + api.port();
    }

    int port() {
        return api.port();
    }

    SessionsHttpClientV1 client() {
        return new SessionsHttpClientV1(ClientSettings.of(address()));
    }

    @Override
    public void close() {
        api.close();
    }
}
