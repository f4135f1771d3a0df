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

/** Tests opening sessions once per idempotency key. */
public interface StoreIdempotencyContract extends StoreContract {

    /** When the records of these tests expire. */
    Instant EXPIRES = NOON.plus(HOUR);

    int CALLERS = 100;

    @Test
    default void sessionIsAddedWithItsRecord() {
        SessionV1 session = session("user", NOON);
        IdempotencyRecord record = record("a", session, EXPIRES);
        assertThat(store().idempotency().insertOnce(session, record, NOON)).isEmpty();
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
        assertThat(currentRecord(store(), "a", NOON)).contains(record);
        assertThat(currentRecord(otherInstance(), "a", NOON)).contains(record);
    }

    @Test
    default void repetitionChangesNothing() {
        SessionV1 session = opened("a", EXPIRES);
        SessionV1 repetition = session("user", NOON.plusMillis(1));
        IdempotencyRecord other = new IdempotencyRecord(key("a"), "0".repeat(64), repetition.id(),
                EXPIRES.plus(HOUR));
        assertThat(store().idempotency().insertOnce(repetition, other, NOON)).contains(record("a", session, EXPIRES));
        assertThat(store().sessions().find(repetition.id(), NOON)).isEmpty();
        assertThat(currentRecord(store(), "a", NOON)).contains(record("a", session, EXPIRES));
    }

    @Test
    default void differentKeysAreIndependent() {
        opened("a", EXPIRES);
        opened("b", EXPIRES);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void recordSurvivesTheDeletionOfItsSession() {
        SessionV1 session = opened("a", EXPIRES);
        store().sessions().delete(session.id(), NOON, null);
        assertThat(currentRecord(store(), "a", NOON)).contains(record("a", session, EXPIRES));
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void recordIsValidUntilItsExpiry() {
        SessionV1 session = opened("a", EXPIRES);
        assertThat(currentRecord(store(), "a", EXPIRES.minusNanos(1))).contains(record("a", session, EXPIRES));
        SessionV1 next = session("user", EXPIRES);
        IdempotencyRecord record = record("a", next, EXPIRES.plus(HOUR));
        assertThat(store().idempotency().insertOnce(next, record, EXPIRES)).isEmpty();
        assertThat(currentRecord(store(), "a", EXPIRES)).contains(record);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void recordIsNotAddedIfItsSessionCannotBeAdded() {
        SessionV1 taken = session("user", NOON);
        store().sessions().insert(taken);
        assertThatThrownBy(() -> store().idempotency().insertOnce(taken, record("a", taken, EXPIRES), NOON))
                .isInstanceOf(RuntimeException.class);
        SessionV1 session = opened("a", EXPIRES);
        assertThat(currentRecord(store(), "a", NOON)).contains(record("a", session, EXPIRES));
    }

    @Test
    default void expiredRecordIsKeptIfTheNextSessionCannotBeAdded() {
        SessionV1 session = opened("a", EXPIRES);
        assertThatThrownBy(
                () -> store().idempotency().insertOnce(session, record("a", session, EXPIRES.plus(HOUR)), EXPIRES))
                .isInstanceOf(RuntimeException.class);
        assertThat(currentRecord(store(), "a", NOON)).contains(record("a", session, EXPIRES));
    }

    @Test
    default void oneOfManyCallersOpensTheSession() {
        assertOneOpens(NOON, EXPIRES);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(1);
    }

    @Test
    default void oneOfManyCallersReplacesAnExpiredRecord() {
        opened("a", EXPIRES);
        assertOneOpens(EXPIRES, EXPIRES.plus(HOUR));
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
    }

    @Test
    default void oneSessionIsOpenedPerKey() {
        int keys = 7;
        List<Optional<IdempotencyRecord>> results = Concurrently.run(CALLERS, i -> () -> {
            SessionV1 session = session("user", NOON);
            return instance(i).idempotency().insertOnce(session, record("k" + i % keys, session, EXPIRES), NOON);
        });
        assertThat(results).filteredOn(Optional::isEmpty).hasSize(keys);
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(keys);
    }

    @Test
    default void removalOfExpiredRecordsKeepsTheOthers() {
        for (int i = 0; i < 25; i++) {
            opened("forgotten" + i, EXPIRES.minusMillis(i));
        }
        SessionV1 kept = opened("kept", EXPIRES.plusMillis(1));
        assertThat(store().idempotency().removeExpired(EXPIRES, 10)).isEqualTo(10);
        assertThat(store().idempotency().removeExpired(EXPIRES, 10)).isEqualTo(10);
        assertThat(store().idempotency().removeExpired(EXPIRES, 10)).isEqualTo(5);
        assertThat(store().idempotency().removeExpired(EXPIRES, 10)).isZero();
        assertThat(currentRecord(store(), "kept", NOON)).contains(record("kept", kept, EXPIRES.plusMillis(1)));
        assertThat(currentRecord(store(), "forgotten0", NOON)).isEmpty();
        assertThat(store().lists().count(SessionFilter.ofUser("user"), NOON)).as("sessions stay").isEqualTo(26);
    }

    @Test
    default void concurrentRemovalsRemoveEachRecordOnce() {
        int records = 80;
        Instant later = EXPIRES.plus(HOUR);
        IntStream.range(0, records).forEach(i -> opened("k" + i, EXPIRES));
        int removers = 6;
        List<Integer> done = Concurrently.run(removers + 1,
                i -> i < removers ? () -> removeAll(instance(i)) : () -> replaceAll(records, later));
        assertThat(done.getLast()).as("taken over").isEqualTo(records);
        assertThat(done.subList(0, removers).stream().mapToInt(Integer::intValue).sum()).isBetween(0, records);
        assertThat(store().idempotency().removeExpired(EXPIRES, 1)).isZero();
        assertThat(store().idempotency().removeExpired(later, 2 * records)).isEqualTo(records);
    }

    private int replaceAll(int records, Instant expiresAt) {
        int opened = 0;
        for (int i = records - 1; i >= 0; i--) {
            SessionV1 session = session("user", EXPIRES);
            if (store().idempotency().insertOnce(session, record("k" + i, session, expiresAt), EXPIRES).isEmpty()) {
                opened++;
            }
        }
        return opened;
    }

    private static int removeAll(SessionStore store) {
        int all = 0;
        int removed;
        do {
            removed = store.idempotency().removeExpired(EXPIRES, 8);
            all += removed;
        } while (removed == 8);
        return all;
    }

    private void assertOneOpens(Instant now, Instant expiresAt) {
        List<IdempotencyRecord> records = IntStream.range(0, CALLERS).mapToObj(_ -> session("many", now))
                .map(session -> record("a", session, expiresAt)).toList();
        List<Optional<IdempotencyRecord>> results = Concurrently.run(CALLERS,
                i -> () -> instance(i).idempotency().insertOnce(withId(records.get(i).sessionId(), now), records.get(i),
                        now));
        assertThat(results).filteredOn(Optional::isEmpty).hasSize(1);
        SessionV1 opened = store().lists().list(SessionFilter.ofUser("many"), now, 0, 2).getFirst();
        IdempotencyRecord record = records.get(results.indexOf(Optional.empty()));
        assertThat(record.sessionId()).isEqualTo(opened.id());
        assertThat(results).filteredOn(Optional::isPresent).hasSize(CALLERS - 1).containsOnly(Optional.of(record));
    }

    private static SessionV1 withId(SessionId id, Instant openTime) {
        SessionV1 other = session("many", openTime);
        return new SessionV1(id, other.userId(), null, true, openTime, null, openTime, null, null, null, null, 1,
                other.expiresAt());
    }

    /** Opens a session with a key for which there must be no record. */
    private SessionV1 opened(String key, Instant expiresAt) {
        SessionV1 session = session("user", NOON);
        assertThat(store().idempotency().insertOnce(session, record(key, session, expiresAt), NOON)).isEmpty();
        return session;
    }

    /**
     * Returns the record of a key at a time. Tries to insert another record, and removes it again if there was none.
     */
    private static Optional<IdempotencyRecord> currentRecord(SessionStore store, String key, Instant now) {
        SessionV1 probe = session("probe", now);
        Optional<IdempotencyRecord> currentRecord = store.idempotency().insertOnce(probe,
                record(key, probe, now.plusMillis(1)), now);
        if (currentRecord.isEmpty()) {
            store.sessions().delete(probe.id(), now, null);
        }
        return currentRecord;
    }

    private SessionStore instance(int i) {
        return i % 2 == 0 ? store() : otherInstance();
    }

    private static IdempotencyRecord record(String key, SessionV1 session, Instant expiresAt) {
        return new IdempotencyRecord(key(key), "f".repeat(64), session.id(), expiresAt);
    }

    /** Returns a text in the form of a digest. */
    private static String key(String name) {
        return "0".repeat(64 - 2 * name.length()) + name.chars().mapToObj(Integer::toHexString)
                .reduce("", String::concat);
    }
}
