package sessions.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.HttpCalls;
import sessions.transport.ConnectionLimits;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/** The HTTP API on a free port, in front of a service that the test chooses, and a client for it. */
final class HttpApiFixture implements AutoCloseable {

    static final int MAX_BODY = 4096;

    private static final Duration DRAIN_TIME = Duration.ofSeconds(20);

    private final HttpApi api;
    private final HttpCalls calls;

    private HttpApiFixture(HttpApi api) {
        this.api = api;
        this.calls = new HttpCalls(api.port());
    }

    /** Starts the API with the real service on the memory store. */
    static HttpApiFixture start(String... corsOrigins) {
        return start(service(), DRAIN_TIME, corsOrigins);
    }

    /**
     * Starts the API with a given implementation of the contract. Commands that change one session do not use it, but the
     * real service.
     */
    static HttpApiFixture start(ISessionsV1 sessions) {
        return start(sessions, DRAIN_TIME);
    }

    /** Starts the API with a given implementation of the contract's operations and with telemetry. */
    static HttpApiFixture start(Telemetry telemetry, ISessionsV1 sessions) {
        return start(ports(sessions), Authenticator.ALLOW_ALL,
                new HttpSettings(ServerSettings.local(DRAIN_TIME)), telemetry);
    }

    static HttpApiFixture start(ISessionsV1 sessions, Duration drainTime) {
        return start(ports(sessions), drainTime);
    }

    static HttpApiFixture start(ISessionsV1 sessions, RequestLimits limits) {
        return start(ports(sessions), Authenticator.ALLOW_ALL,
                new HttpSettings(ServerSettings.local(DRAIN_TIME).withRequests(limits)));
    }

    static HttpApiFixture start(ISessionsV1 sessions, ConnectionLimits limits) {
        return start(ports(sessions), Authenticator.ALLOW_ALL,
                new HttpSettings(ServerSettings.local(DRAIN_TIME).withConnections(limits)));
    }

    private static DrivingPorts ports(ISessionsV1 sessions) {
        DrivingPorts service = service();
        return new DrivingPorts(sessions, service.resources(), service.admin(), service.monitoring());
    }

    static HttpApiFixture start(DrivingPorts ports, Duration drainTime, String... corsOrigins) {
        return start(ports, Authenticator.ALLOW_ALL, drainTime, corsOrigins);
    }

    static HttpApiFixture start(DrivingPorts ports, Authenticator authenticator, Duration drainTime,
            String... corsOrigins) {
        HttpSettings settings = new HttpSettings(
                ServerSettings.local(drainTime).withRequests(RequestLimits.DEFAULT.withMaxBody(MAX_BODY)),
                Set.of(corsOrigins), true);
        return start(ports, authenticator, settings);
    }

    private static HttpApiFixture start(DrivingPorts ports, Authenticator authenticator, HttpSettings settings) {
        return start(ports, authenticator, settings, Telemetry.NONE);
    }

    private static HttpApiFixture start(DrivingPorts ports, Authenticator authenticator, HttpSettings settings,
            Telemetry telemetry) {
        try {
            return new HttpApiFixture(HttpApi.start(settings, ports, authenticator, telemetry, null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DrivingPorts service() {
        return serviceOn(new MemorySessionStore());
    }

    static DrivingPorts serviceOn(SessionStore store) {
        ServiceInfo info = new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON.minusMillis(250),
                Map.of(), List.of("a:b:c:d:1.0"));
        return UseCases.on(store, new SettableClock(Fixtures.NOON),
                new SessionRules(Fixtures.ONE_HOUR, 100), new JsonMergePatch(MAX_BODY), info);
    }

    HttpCalls calls() {
        return calls;
    }

    int port() {
        return api.port();
    }

    void stopApi() {
        api.close();
    }

    @Override
    public void close() {
        calls.close();
        api.close();
    }
}
