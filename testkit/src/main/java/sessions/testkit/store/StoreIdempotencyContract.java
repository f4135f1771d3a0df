package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** Sessions that are opened once under a key, by however many callers. */
public interface StoreIdempotencyContract extends StoreContract {

    /** When the claims of these tests are forgotten. */
    Instant FORGOTTEN = NOON.plus(HOUR);

    int CLAIMANTS = 100;

    @Test
    default void sessionIsAddedWithItsClaim() {
        SessionV1 session = session("user", NOON);
        IdempotencyRecord record = record("a", session, FORGOTTEN);
        assertThat(store().idempotency().insertOnce(session, record, NOON)).isEmpty();
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
        assertThat(standing(store(), "a", NOON)).contains(record);
        assertThat(standing(otherInstance(), "a", NOON)).contains(record);
    }

    @Test
    default void repetitionChangesNothing() {
        SessionV1 session = opened("a", FORGOTTEN);
        SessionV1 repetition = session("user", NOON.plusMillis(1));
        IdempotencyRecord other = new IdempotencyRecord(key("a"), "0".repeat(64), repetition.id(),
                FORGOTTEN.plus(HOUR));
        assertThat(store().idempotency().insertOnce(repetition, other, NOON)).contains(record("a", session, FORGOTTEN));
        assertThat(store().sessions().find(repetition.id(), NOON)).isEmpty();
        assertThat(standing(store(), "a", NOON)).contains(record("a", session, FORGOTTEN));
    }

    @Test
    default void claimsOfOtherKeysAreNotInTheWay() {
        opened("a", FORGOTTEN);
        opened("b", FORGOTTEN);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void claimOutlivesItsSession() {
        SessionV1 session = opened("a", FORGOTTEN);
        store().sessions().delete(session.id(), NOON, null);
        assertThat(standing(store(), "a", NOON)).contains(record("a", session, FORGOTTEN));
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void claimStandsUntilTheInstantItIsForgotten() {
        SessionV1 session = opened("a", FORGOTTEN);
        assertThat(standing(store(), "a", FORGOTTEN.minusNanos(1))).contains(record("a", session, FORGOTTEN));
        SessionV1 next = session("user", FORGOTTEN);
        IdempotencyRecord record = record("a", next, FORGOTTEN.plus(HOUR));
        assertThat(store().idempotency().insertOnce(next, record, FORGOTTEN)).isEmpty();
        assertThat(standing(store(), "a", FORGOTTEN)).contains(record);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void claimWhoseSessionCannotBeAddedIsNotKept() {
        SessionV1 taken = session("user", NOON);
        store().sessions().insert(taken);
        assertThatThrownBy(() -> store().idempotency().insertOnce(taken, record("a", taken, FORGOTTEN), NOON))
                .isInstanceOf(RuntimeException.class);
        SessionV1 session = opened("a", FORGOTTEN);
        assertThat(standing(store(), "a", NOON)).contains(record("a", session, FORGOTTEN));
    }

    @Test
    default void forgottenClaimIsKeptWhereTheNextSessionCannotBeAdded() {
        SessionV1 session = opened("a", FORGOTTEN);
        assertThatThrownBy(
                () -> store().idempotency().insertOnce(session, record("a", session, FORGOTTEN.plus(HOUR)), FORGOTTEN))
                .isInstanceOf(RuntimeException.class);
        assertThat(standing(store(), "a", NOON)).contains(record("a", session, FORGOTTEN));
    }

    @Test
    default void ofManyClaimantsOneOpensASessionAndTheOthersSeeItsClaim() {
        assertOneOpens(NOON, FORGOTTEN);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(1);
    }

    @Test
    default void forgottenClaimIsTakenOverByOneOfMany() {
        opened("a", FORGOTTEN);
        assertOneOpens(FORGOTTEN, FORGOTTEN.plus(HOUR));
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void claimantsOfSeveralKeysOpenOneSessionEach() {
        int keys = 7;
        List<Optional<IdempotencyRecord>> answers = Concurrently.run(CLAIMANTS, i -> () -> {
            SessionV1 session = session("user", NOON);
            return instance(i).idempotency().insertOnce(session, record("k" + i % keys, session, FORGOTTEN), NOON);
        });
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(keys);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(keys);
    }

    @Test
    default void removalOfForgottenClaimsKeepsTheOthers() {
        for (int i = 0; i < 25; i++) {
            opened("forgotten" + i, FORGOTTEN.minusMillis(i));
        }
        SessionV1 kept = opened("kept", FORGOTTEN.plusMillis(1));
        assertThat(store().idempotency().removeExpired(FORGOTTEN, 10)).isEqualTo(10);
        assertThat(store().idempotency().removeExpired(FORGOTTEN, 10)).isEqualTo(10);
        assertThat(store().idempotency().removeExpired(FORGOTTEN, 10)).isEqualTo(5);
        assertThat(store().idempotency().removeExpired(FORGOTTEN, 10)).isZero();
        assertThat(standing(store(), "kept", NOON)).contains(record("kept", kept, FORGOTTEN.plusMillis(1)));
        assertThat(standing(store(), "forgotten0", NOON)).isEmpty();
        assertThat(store().lists().count(SessionFilter.ofUser("user"), NOON)).as("sessions stay").isEqualTo(26);
    }

    @Test
    default void severalRemovalsRemoveEachClaimOnceWhileSomeAreTakenOver() {
        int records = 200;
        Instant later = FORGOTTEN.plus(HOUR);
        IntStream.range(0, records).forEach(i -> opened("k" + i, FORGOTTEN));
        int removers = 6;
        List<Integer> done = Concurrently.run(removers + 1,
                i -> i < removers ? () -> removeAll(instance(i)) : () -> takeOver(records, later));
        assertThat(done.getLast()).as("taken over").isEqualTo(records);
        assertThat(done.subList(0, removers).stream().mapToInt(Integer::intValue).sum()).isBetween(0, records);
        assertThat(store().idempotency().removeExpired(FORGOTTEN, 1)).isZero();
        assertThat(store().idempotency().removeExpired(later, 2 * records)).isEqualTo(records);
    }

    private int takeOver(int records, Instant expiresAt) {
        int opened = 0;
        for (int i = records - 1; i >= 0; i--) {
            SessionV1 session = session("user", FORGOTTEN);
            opened += store().idempotency().insertOnce(session, record("k" + i, session, expiresAt), FORGOTTEN)
                    .isEmpty()
                            ? 1
                            : 0;
        }
        return opened;
    }

    private static int removeAll(SessionStore store) {
        int all = 0;
        int removed;
        do {
            removed = store.idempotency().removeExpired(FORGOTTEN, 20);
            all += removed;
        } while (removed == 20);
        return all;
    }

    private void assertOneOpens(Instant now, Instant expiresAt) {
        List<IdempotencyRecord> records = IntStream.range(0, CLAIMANTS).mapToObj(_ -> session("many", now))
                .map(session -> record("a", session, expiresAt)).toList();
        List<Optional<IdempotencyRecord>> answers = Concurrently.run(CLAIMANTS,
                i -> () -> instance(i).idempotency().insertOnce(withId(records.get(i).sessionId(), now), records.get(i),
                        now));
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        SessionV1 opened = store().lists().list(SessionFilter.ofUser("many"), now, 0, 2).getFirst();
        IdempotencyRecord record = records.get(answers.indexOf(Optional.empty()));
        assertThat(record.sessionId()).isEqualTo(opened.id());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(CLAIMANTS - 1).containsOnly(Optional.of(record));
    }

    private static SessionV1 withId(SessionId id, Instant openTime) {
        SessionV1 other = session("many", openTime);
        return new SessionV1(id, other.userId(), null, true, openTime, null, openTime, null, null, null, null, 1,
                other.expiresAt());
    }

    /** A session under a key, which must not stand. */
    private SessionV1 opened(String key, Instant expiresAt) {
        SessionV1 session = session("user", NOON);
        assertThat(store().idempotency().insertOnce(session, record(key, session, expiresAt), NOON)).isEmpty();
        return session;
    }

    /** The claim that stands at a time: the attempt to set another shows it, and is undone where there is none. */
    private static Optional<IdempotencyRecord> standing(SessionStore store, String key, Instant now) {
        SessionV1 probe = session("probe", now);
        Optional<IdempotencyRecord> standing = store.idempotency().insertOnce(probe,
                record(key, probe, now.plusMillis(1)), now);
        if (standing.isEmpty()) {
            store.sessions().delete(probe.id(), now, null);
        }
        return standing;
    }

    private SessionStore instance(int i) {
        return i % 2 == 0 ? store() : otherInstance();
    }

    private static IdempotencyRecord record(String key, SessionV1 session, Instant expiresAt) {
        return new IdempotencyRecord(key(key), "f".repeat(64), session.id(), expiresAt);
    }

    /** In the form of a digest. */
    private static String key(String name) {
        return "0".repeat(64 - 2 * name.length()) + name.chars().mapToObj(Integer::toHexString)
                .reduce("", String::concat);
    }
}
