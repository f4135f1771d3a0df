package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static sessions.testkit.Fixtures.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** Retention: how long the sweep keeps sessions after their end. */
class RetentionTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(NOON);
    private final List<Integer> removals = new ArrayList<>();
    private final ForwardingStore store = new ForwardingStore(new MemorySessionStore()) {
        @Override
        public int removeEnded(Instant before, Instant now, int limit) {
            int removed = super.removeEnded(before, now, limit);
            removals.add(removed);
            return removed;
        }
    };

    @Test
    void withoutRetentionNothingIsRemoved() {
        expired(3);
        clock.advance(Duration.ofDays(10_000));
        assertThat(new ExpirySweep(store, clock, null).run(() -> false)).isEqualTo(new ExpirySweep.Result(3, 0));
        assertThat(removals).isEmpty();
    }

    @Test
    void sessionsAreRemovedAfterTheRetention() {
        SessionV1 expired = expired(1).getFirst();
        clock.set(expired.expiresAt());
        SessionV1 closed = Fixtures.session("user", clock.instant());
        store.insert(closed);
        store.change(closed.id(), new SessionChange.Close(clock.instant().plusMillis(1), null), Fixtures.ONE_HOUR);
        clock.advance(DAY);
        ExpirySweep sweep = new ExpirySweep(store, clock, DAY);
        assertThat(sweep.run(() -> false)).isEqualTo(new ExpirySweep.Result(1, 0));
        clock.advance(Duration.ofMillis(1));
        assertThat(sweep.run(() -> false)).isEqualTo(new ExpirySweep.Result(0, 1));
        assertThat(store.find(expired.id(), clock.instant())).isEmpty();
        assertThat(store.find(closed.id(), clock.instant())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(sweep.run(() -> false)).isEqualTo(new ExpirySweep.Result(0, 1));
        assertThat(store.count(SessionFilter.ALL, clock.instant())).isZero();
    }

    @Test
    void removesInBatchesAndStopsBetweenThem() {
        expired(201);
        clock.advance(DAY.multipliedBy(2));
        ExpirySweep sweep = new ExpirySweep(store, clock, DAY);
        assertThat(sweep.run(() -> removals.size() == 1)).isEqualTo(new ExpirySweep.Result(201, 100));
        assertThat(sweep.run(() -> false)).isEqualTo(new ExpirySweep.Result(0, 101));
        assertThat(removals).containsExactly(100, 100, 1);
    }

    @Test
    void retentionIsAtLeastAMinute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpirySweep(store, clock, Duration.ofMinutes(1).minusMillis(1)));
        assertThat(new ExpirySweep(store, clock, Duration.ofMinutes(1)).run(() -> false))
                .isEqualTo(new ExpirySweep.Result(0, 0));
    }

    private List<SessionV1> expired(int count) {
        List<SessionV1> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SessionV1 session = Fixtures.session("user", NOON);
            store.insert(session);
            sessions.add(session);
        }
        return sessions;
    }
}
