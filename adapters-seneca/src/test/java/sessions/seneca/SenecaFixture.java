package sessions.seneca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.application.intercept.AccessControl;
import sessions.application.intercept.InterceptedPorts;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.ResourcesContract;
import sessions.testkit.port.SessionsContract;
import sessions.transport.ConnectionLimits;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/** The service on the memory store, with Seneca over HTTP and TCP on free ports. */
final class SenecaFixture implements AutoCloseable {

    static final int MAX_BODY = 100_000;

    static final Duration DRAIN_TIME = Duration.ofSeconds(20);

    /** The settings of most tests; none of their limits is reached. */
    static final ServerSettings SETTINGS = settings(Duration.ofSeconds(30), 50);

    private final SenecaHttp http;
    private final SenecaTcp tcp;

    private SenecaFixture(SenecaHttp http, SenecaTcp tcp) {
        this.http = http;
        this.tcp = tcp;
    }

    static SenecaFixture start(SettableClock clock) {
        return start(ports(clock), Authenticator.ALLOW_ALL, Telemetry.NONE, SETTINGS);
    }

    static SenecaFixture start(Authenticator authenticator, Telemetry telemetry) {
        return start(ports(new SettableClock(Fixtures.NOON)), authenticator, telemetry, SETTINGS);
    }

    static SenecaFixture start(ServerSettings settings) {
        return start(ports(new SettableClock(Fixtures.NOON)), Authenticator.ALLOW_ALL, Telemetry.NONE, settings);
    }

    static SenecaFixture start(Authenticator authenticator, Duration drainTime) {
        return start(ports(new SettableClock(Fixtures.NOON)), authenticator, Telemetry.NONE,
                SETTINGS.withDrainTime(drainTime));
    }

    private static SenecaFixture start(DrivingPorts ports, Authenticator authenticator, Telemetry telemetry,
            ServerSettings settings) {
        try {
            SenecaHttp http = SenecaHttp.start(settings.withConnections(ConnectionLimits.DEFAULT), ports, authenticator,
                    telemetry);
            return new SenecaFixture(http, SenecaTcp.start(settings, ports, authenticator, telemetry));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ServerSettings settings(Duration idleTimeout, int connections) {
        return ServerSettings.local(DRAIN_TIME)
                .withRequests(new RequestLimits(MAX_BODY, 8 << 10, 100, Duration.ofSeconds(20)))
                .withConnections(new ConnectionLimits(connections, idleTimeout, Duration.ofSeconds(30), 10_000));
    }

    private static DrivingPorts ports(SettableClock clock) {
        return InterceptedPorts.of(UseCases.on(new MemorySessionStore(), clock,
                new SessionRules(Fixtures.ONE_HOUR, SessionsContract.MAX_PAGE_SIZE, Duration.ZERO, false,
                        ResourcesContract.IDEMPOTENCY_WINDOW),
                new JsonMergePatch(MAX_BODY),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0"))),
                new AccessControl());
    }

    int httpPort() {
        return http.port();
    }

    int tcpPort() {
        return tcp.port();
    }

    SenecaTcp tcp() {
        return tcp;
    }

    @Override
    public void close() {
        tcp.close();
        http.close();
    }
}
