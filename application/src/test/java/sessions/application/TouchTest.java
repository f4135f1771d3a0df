package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.MergePatch;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** Which touches count, and which reads touch a session. */
class TouchTest {

    private static final String CORRELATION_ID = "touch";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(NOON);
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void touchesInQuickSuccessionCountAsOne() {
        DrivingPorts service = service(Duration.ofSeconds(30), false);
        SessionV1 session = open(service);
        clock.advance(Duration.ofSeconds(30).minusMillis(1));
        assertThat(touch(service, session)).isEqualTo(session);
        clock.advance(Duration.ofMillis(1));
        SessionV1 touched = touch(service, session);
        assertThat(touched.version()).isEqualTo(2);
        assertThat(touched.requestTime()).isEqualTo(clock.instant());
        assertThat(touch(service, session)).isEqualTo(touched);
    }

    @Test
    void readsTouchOnlyIfConfigured() {
        DrivingPorts service = service(Duration.ZERO, false);
        SessionV1 session = open(service);
        clock.advance(HOUR);
        assertThat(get(service, session)).isEqualTo(session);
        assertThat(changes).hasValue(0);
    }

    @Test
    void readsTouchAtMostOnceAMinute() {
        DrivingPorts service = service(Duration.ZERO, true);
        SessionV1 session = open(service);
        clock.advance(MINUTE.minusMillis(1));
        assertThat(get(service, session)).isEqualTo(session);
        assertThat(changes).hasValue(0);
        clock.advance(Duration.ofMillis(1));
        SessionV1 touched = get(service, session);
        assertThat(touched.requestTime()).isEqualTo(clock.instant());
        assertThat(touched.data()).isEqualTo(session.data());
        assertThat(get(service, session)).isEqualTo(touched);
        assertThat(changes).hasValue(1);
    }

    @Test
    void longerTouchIntervalAppliesToReadsToo() {
        DrivingPorts service = service(MINUTE.multipliedBy(5), true);
        SessionV1 session = open(service);
        clock.advance(MINUTE.multipliedBy(4));
        assertThat(get(service, session)).isEqualTo(session);
        clock.advance(MINUTE);
        assertThat(get(service, session).version()).isEqualTo(2);
    }

    @Test
    void readsKeepASessionWithShortIdleTimeoutAlive() {
        ExpiryPolicy short90 = new ExpiryPolicy(Duration.ofSeconds(90), null);
        DrivingPorts service = service(new SessionRules(short90, 100, Duration.ZERO, true, HOUR));
        SessionV1 session = open(service);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(45));
            assertThat(get(service, session).active()).isTrue();
        }
    }

    @Test
    void invalidRulesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new SessionRules(ONE_HOUR, 100, Duration.ofMinutes(30).plusMillis(1), false, HOUR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionRules(ONE_HOUR, 100, Duration.ofMillis(-1), false, HOUR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionRules(ONE_HOUR, 100, Duration.ZERO, false, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionRules(ONE_HOUR, 0));
    }

    @Test
    void readsDoNotReviveExpiredSessions() {
        DrivingPorts service = service(Duration.ZERO, true);
        SessionV1 session = open(service);
        clock.advance(HOUR.plusMillis(1));
        assertThat(get(service, session).active()).isFalse();
        assertThat(changes).hasValue(0);
        assertThat(service.sessions().getSessionById(CORRELATION_ID, "no-such-session")).isEmpty();
    }

    @Test
    void readsOfResourcesNeverTouch() {
        DrivingPorts service = service(Duration.ZERO, true);
        SessionV1 session = open(service);
        clock.advance(MINUTE);
        assertThat(service.resources().getSession(CORRELATION_ID, session.id().value())).contains(session);
        assertThat(changes).hasValue(0);
    }

    private DrivingPorts service(Duration touchInterval, boolean touchOnGet) {
        return service(new SessionRules(ONE_HOUR, 100, touchInterval, touchOnGet, HOUR));
    }

    private DrivingPorts service(SessionRules rules) {
        ForwardingStore store = new ForwardingStore(new MemorySessionStore()) {
            @Override
            public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
                changes.incrementAndGet();
                return super.change(id, change, expiry);
            }
        };
        MergePatch replacing = (_, patch) -> patch;
        return UseCases.on(store, clock, rules, replacing,
                new ServiceInfo("host", "sessions", "For tests", clock.instant(), Map.of(), List.of()));
    }

    private static SessionV1 open(DrivingPorts service) {
        return service.sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
    }

    private static SessionV1 get(DrivingPorts service, SessionV1 session) {
        return service.sessions().getSessionById(CORRELATION_ID, session.id().value()).orElseThrow();
    }

    private static SessionV1 touch(DrivingPorts service, SessionV1 session) {
        return service.resources().touch(CORRELATION_ID, session.id().value(), null).orElseThrow();
    }
}
