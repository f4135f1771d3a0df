package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.testkit.Concurrently;

/** Tests removing ended sessions and all sessions of a user. */
public interface StoreRemovalContract extends StoreContract {

    Instant NEXT_DAY = NOON.plusSeconds(86_400);

    @Test
    default void sessionsThatEndedBeforeATimeAreRemoved() {
        SessionV1 old = closed(NOON, NOON.plusSeconds(1));
        SessionV1 atTheTime = closed(NOON, NOON.plusSeconds(2));
        SessionV1 active = added(session("user", NOON));
        Instant now = NOON.plusSeconds(3);
        assertThat(store().removal().countEnded(NOON.plusSeconds(2), now)).isEqualTo(1);
        assertThat(store().removal().removeEnded(NOON.plusSeconds(2), now, 10)).isEqualTo(1);
        assertThat(store().sessions().find(old.id(), now)).isEmpty();
        assertThat(store().copies().findAll(List.of(atTheTime.id(), active.id()), now)).containsExactlyInAnyOrder(
                atTheTime,
                active);
        assertThat(store().removal().countEnded(NOON.plusSeconds(2), now)).isZero();
    }

    @Test
    default void expiredSessionsCountAsEndedBeforeAndAfterASweep() {
        SessionV1 first = added(session("user", NOON));
        assertThat(store().closing().closeExpired(NEXT_DAY, 10).closed()).isEqualTo(1);
        SessionV1 second = added(session("user", NOON));
        Instant end = second.expiresAt();
        assertThat(store().removal().countEnded(end, NEXT_DAY)).isZero();
        assertThat(store().removal().removeEnded(end, NEXT_DAY, 10)).isZero();
        assertThat(store().removal().countEnded(end.plusMillis(1), NEXT_DAY)).isEqualTo(2);
        assertThat(store().removal().removeEnded(end.plusMillis(1), NEXT_DAY, 10)).isEqualTo(2);
        assertThat(store().copies().findAll(List.of(first.id(), second.id()), NOON)).isEmpty();
    }

    @Test
    default void activeSessionIsNeverRemoved() {
        SessionV1 session = added(session("user", NOON));
        assertThat(store().removal().countEnded(NEXT_DAY, session.expiresAt())).isZero();
        assertThat(store().removal().removeEnded(NEXT_DAY, session.expiresAt(), 10)).isZero();
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    default void removalHasALimitAndReturnsTheNumberRemoved() {
        IntStream.range(0, 25).forEach(i -> {
            if (i % 2 == 0) {
                closed(NOON, NOON.plusSeconds(i));
            } else {
                added(session("user", NOON));
            }
        });
        assertThat(Stream.generate(() -> store().removal().removeEnded(NEXT_DAY, NEXT_DAY, 10)).limit(4))
                .containsExactly(10, 10,
                        5,
                        0);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void allSessionsOfAUserAreRemoved() {
        IntStream.range(0, 15).forEach(_ -> added(session("user", NOON)));
        IntStream.range(0, 10).forEach(_ -> closed(NOON, NOON.plusSeconds(1)));
        SessionV1 other = added(session("other", NOON));
        assertThat(Stream.generate(() -> store().removal().removeOfUser("user", 10)).limit(4)).containsExactly(10, 10,
                5, 0);
        assertThat(store().removal().removeOfUser("nobody", 10)).isZero();
        assertThat(store().lists().list(SessionFilter.ALL, NOON, 0, 10)).containsExactly(other.withoutContent());
        assertThat(store().hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON.plusSeconds(2))).singleElement()
                .satisfies(hour -> assertThat(hour.opened()).isEqualTo(1))
                .satisfies(hour -> assertThat(hour.closed()).isZero());
    }

    @Test
    default void removedSessionIsMissingForEveryChange() {
        SessionV1 session = added(session("user", NOON));
        store().removal().removeOfUser("user", 10);
        SessionChange touch = new SessionChange.Touch(NOON, null);
        assertThat(store().sessions().change(session.id(), touch, ONE_HOUR)).isEqualTo(new ChangeOutcome.Missing());
        assertThat(store().sessions().delete(session.id(), NOON, null)).isEqualTo(new ChangeOutcome.Missing());
    }

    @Test
    default void recordSurvivesTheRemovalOfAUsersSessions() {
        SessionV1 session = session("user", NOON);
        IdempotencyRecord record = new IdempotencyRecord("k".repeat(64), "h".repeat(64), session.id(),
                NEXT_DAY.plusSeconds(1));
        assertThat(store().idempotency().insertOnce(session, record, NOON)).isEmpty();
        assertThat(store().removal().removeOfUser("user", 10)).isEqualTo(1);
        assertThat(store().idempotency().insertOnce(session("user", NOON), record, NOON)).contains(record);
        assertThat(store().idempotency().removeExpired(NEXT_DAY.plusSeconds(1), 10)).isEqualTo(1);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void recordSurvivesTheRemovalOfEndedSessions() {
        SessionV1 session = session("user", NOON);
        IdempotencyRecord record = new IdempotencyRecord("k".repeat(64), "h".repeat(64), session.id(),
                NEXT_DAY.plusSeconds(1));
        assertThat(store().idempotency().insertOnce(session, record, NOON)).isEmpty();
        assertThat(store().removal().removeEnded(NEXT_DAY, NEXT_DAY, 10)).isEqualTo(1);
        assertThat(store().sessions().find(session.id(), NEXT_DAY)).isEmpty();
        assertThat(store().idempotency().insertOnce(session("user", NEXT_DAY), record, NEXT_DAY)).contains(record);
    }

    @Test
    default void concurrentRemovalsRemoveEachSessionOnce() {
        IntStream.range(0, 120).forEach(i -> {
            if (i % 2 == 0) {
                closed(NOON, NOON.plusSeconds(1));
            } else {
                added(session("user", NOON));
            }
        });
        List<Integer> removed = Concurrently.run(4, i -> () -> {
            int sum = 0;
            int batch;
            do {
                batch = (i % 2 == 0 ? store() : otherInstance()).removal().removeEnded(NEXT_DAY, NEXT_DAY, 10);
                sum += batch;
            } while (batch == 10);
            return sum;
        });
        assertThat(removed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    private SessionV1 added(SessionV1 session) {
        store().sessions().insert(session);
        return session;
    }

    private SessionV1 closed(Instant opened, Instant closed) {
        return changed(
                store().sessions().change(added(session("user", opened)).id(), new SessionChange.Close(closed, null),
                        ONE_HOUR));
    }
}
