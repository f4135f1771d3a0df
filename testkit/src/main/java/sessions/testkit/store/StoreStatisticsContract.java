package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** Tests the counts of sessions by the hours in which they were opened and ended. */
public interface StoreStatisticsContract extends StoreContract {

    /** The start of an hour. */
    Instant TWELVE = Instant.parse("2026-03-01T12:00:00Z");
    Instant ONE = TWELVE.plus(HOUR);
    Instant TWO = ONE.plus(HOUR);
    Instant THREE = TWO.plus(HOUR);

    Duration MILLI = Duration.ofMillis(1);

    @Test
    default void openingsAreCountedInTheirHour() {
        for (Instant time : List.of(TWELVE.minus(MILLI), TWELVE, ONE.minus(MILLI), ONE, TWO, THREE.minus(MILLI),
                THREE)) {
            inserted(time);
        }
        assertThat(store().hours().count(TWELVE, 3, TWELVE)).containsExactly(new Hour(TWELVE, 2, 0),
                new Hour(ONE, 1, 0),
                new Hour(TWO, 2, 0));
        assertThat(store().hours().count(ONE, 1, TWELVE)).containsExactly(new Hour(ONE, 1, 0));
    }

    @Test
    default void closingsAreCountedInTheirHour() {
        SessionV1 closedLater = inserted(TWELVE.minus(MILLI));
        closed(closedLater, ONE.minus(MILLI));
        for (Instant time : List.of(TWELVE.minus(MILLI), TWELVE, ONE, ONE.plus(MILLI))) {
            closed(inserted(time.minus(HOUR.dividedBy(2))), time);
        }
        assertThat(store().hours().count(TWELVE, 1, THREE)).containsExactly(new Hour(TWELVE, 2, 2));
        assertThat(store().hours().count(ONE, 5, TWELVE)).containsExactly(new Hour(ONE, 0, 2));
    }

    @Test
    default void hoursWithoutSessionsAreOmitted() {
        assertThat(store().hours().count(TWELVE, 168, TWELVE)).isEmpty();
        inserted(TWELVE);
        inserted(THREE);
        assertThat(store().hours().count(TWELVE, 168, THREE)).containsExactly(new Hour(TWELVE, 1, 0),
                new Hour(ONE, 0, 1),
                new Hour(THREE, 1, 0));
    }

    @Test
    default void expiredSessionEndsAtItsLastInstant() {
        Instant opened = TWELVE.minus(MILLI);
        inserted(opened);
        Instant last = opened.plus(HOUR);
        assertThat(store().hours().count(TWELVE, 2, last.plusNanos(999_999))).isEmpty();
        assertThat(store().hours().count(TWELVE, 2, ONE)).containsExactly(new Hour(TWELVE, 0, 1));
        assertThat(store().hours().count(TWELVE, 1, THREE)).containsExactly(new Hour(TWELVE, 0, 1));
        assertThat(store().hours().count(ONE, 1, THREE)).isEmpty();
    }

    @Test
    default void touchedSessionEndsLater() {
        SessionV1 session = inserted(TWELVE);
        changed(store().sessions().change(session.id(), new SessionChange.Touch(ONE.minus(MILLI), null), ONE_HOUR));
        assertThat(store().hours().count(TWELVE, 3, TWO)).containsExactly(new Hour(TWELVE, 1, 0), new Hour(ONE, 0, 1));
    }

    @Test
    default void countsAreTheSameBeforeAndAfterASweep() {
        for (int minute = 0; minute < 200; minute += 7) {
            inserted(TWELVE.plus(Duration.ofMinutes(minute)));
        }
        closed(inserted(TWELVE), TWELVE.plus(MILLI));
        Instant now = TWO.plus(HOUR.dividedBy(2));
        List<Hour> before = store().hours().count(TWELVE, 4, now);
        assertThat(before).containsExactly(new Hour(TWELVE, 10, 1), new Hour(ONE, 9, 9), new Hour(TWO, 8, 4),
                new Hour(THREE, 3, 0));
        assertThat(store().closing().closeExpired(now, 5).more()).isTrue();
        assertThat(store().hours().count(TWELVE, 4, now)).isEqualTo(before);
        assertThat(store().closing().closeExpired(now, 100).more()).isFalse();
        assertThat(store().hours().count(TWELVE, 4, now)).isEqualTo(before);
    }

    @Test
    default void deletedSessionsDoNotCount() {
        SessionV1 active = inserted(TWELVE);
        SessionV1 closed = inserted(TWELVE);
        closed(closed, TWELVE.plus(MILLI));
        SessionV1 expired = inserted(TWELVE);
        inserted(TWELVE);
        for (SessionV1 each : List.of(active, closed, expired)) {
            changed(store().sessions().delete(each.id(), TWO, null));
        }
        assertThat(store().hours().count(TWELVE, 2, TWO)).containsExactly(new Hour(TWELVE, 1, 0), new Hour(ONE, 0, 1));
    }

    @Test
    default void countsAreTheSameWhileASweepRuns() {
        int count = 150;
        store().copies().insertMissing(
                IntStream.range(0, count).mapToObj(i -> session("user", TWELVE.plusMillis(i))).toList());
        List<Hour> counted = List.of(new Hour(TWELVE, count, 0), new Hour(ONE, 0, count));
        AtomicBoolean swept = new AtomicBoolean();
        List<Boolean> same = Concurrently.run(3, i -> i == 0
                ? () -> sweepOneByOne(store(), swept)
                : () -> countsAreAlways(counted, i == 1 ? store() : otherInstance(), swept));
        assertThat(same).containsOnly(true);
    }

    private static boolean sweepOneByOne(SessionStore store, AtomicBoolean swept) {
        try {
            boolean more;
            do {
                more = store.closing().closeExpired(TWO, 1).more();
            } while (more);
            return true;
        } finally {
            swept.set(true);
        }
    }

    private static boolean countsAreAlways(List<Hour> expected, SessionStore store, AtomicBoolean swept) {
        boolean ended;
        do {
            ended = swept.get();
            if (!store.hours().count(TWELVE, 2, TWO).equals(expected)) {
                return false;
            }
        } while (!ended);
        return true;
    }

    private SessionV1 inserted(Instant openTime) {
        SessionV1 session = session("user", openTime);
        store().sessions().insert(session);
        return session;
    }

    private void closed(SessionV1 session, Instant time) {
        changed(store().sessions().change(session.id(), new SessionChange.Close(time, null), ONE_HOUR));
    }
}
