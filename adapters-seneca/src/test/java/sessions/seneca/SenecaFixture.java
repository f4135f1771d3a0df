package sessions.seneca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.application.intercept.AccessControl;
import sessions.application.intercept.InterceptedPorts;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.rest.HttpApi;
import sessions.rest.HttpLimits;
import sessions.rest.HttpSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.ResourcesContract;
import sessions.testkit.SessionsContract;
import sessions.testkit.SettableClock;
import sessions.wire.mergepatch.JsonMergePatch;

/** The service on the memory store, which takes messages of Seneca over HTTP and TCP on free ports. */
final class SenecaFixture implements AutoCloseable {

    static final int MAX_BODY = 100_000;

    static final Duration DRAIN_TIME = Duration.ofSeconds(20);

    /** Long enough that a test never waits for it. */
    static final SenecaTcpLimits LIMITS = limits(Duration.ofSeconds(30), 50);

    private final HttpApi http;
    private final SenecaTcp tcp;

    private SenecaFixture(HttpApi http, SenecaTcp tcp) {
        this.http = http;
        this.tcp = tcp;
    }

    static SenecaFixture start(SettableClock clock) {
        return start(ports(clock), Authenticator.OF_EVERYONE, Telemetry.NONE, LIMITS, DRAIN_TIME);
    }

    static SenecaFixture start(Authenticator admission, Telemetry telemetry) {
        return start(ports(new SettableClock(Fixtures.NOON)), admission, telemetry, LIMITS, DRAIN_TIME);
    }

    static SenecaFixture start(SenecaTcpLimits limits) {
        return start(ports(new SettableClock(Fixtures.NOON)), Authenticator.OF_EVERYONE, Telemetry.NONE, limits,
                DRAIN_TIME);
    }

    static SenecaFixture start(Authenticator admission, Duration drainTime) {
        return start(ports(new SettableClock(Fixtures.NOON)), admission, Telemetry.NONE, LIMITS, drainTime);
    }

    private static SenecaFixture start(DrivingPorts ports, Authenticator admission, Telemetry telemetry,
            SenecaTcpLimits limits, Duration drainTime) {
        try {
            HttpApi http = HttpApi.startAlone(
                    HttpSettings.local(HttpLimits.DEFAULT.withMaxBody(MAX_BODY), drainTime), telemetry,
                    new SenecaHandler(ports, admission, telemetry, MAX_BODY));
            return new SenecaFixture(http, SenecaTcp.start(new SenecaTcpSettings("127.0.0.1", 0, limits, drainTime),
                    ports, admission, telemetry));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static SenecaTcpLimits limits(Duration idleTimeout, int connections) {
        return new SenecaTcpLimits(MAX_BODY, connections, 100, Duration.ofSeconds(20), idleTimeout,
                Duration.ofSeconds(30), 10_000);
    }

    private static DrivingPorts ports(SettableClock clock) {
        return InterceptedPorts.of(UseCases.on(new MemorySessionStore(), clock,
                new SessionRules(Fixtures.ONE_HOUR, SessionsContract.MAX_PAGE_SIZE, Duration.ZERO, false,
                        ResourcesContract.IDEMPOTENCY_WINDOW),
                new JsonMergePatch(MAX_BODY),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, List.of("a:b:c:d:1.0"))),
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
