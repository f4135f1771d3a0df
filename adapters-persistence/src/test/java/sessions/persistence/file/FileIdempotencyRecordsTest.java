package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** An idempotency record is stored with its session, or separately once the session is removed. */
@Timeout(60)
class FileIdempotencyRecordsTest {

    private static final Instant EXPIRED = NOON.plus(HOUR);

    private StoreFolder folder = new StoreFolder(Path.of(""));

    @BeforeEach
    void newFolder(@TempDir Path path) {
        folder = new StoreFolder(path);
    }

    @Test
    void recordIsStoredWithItsSession() throws IOException {
        SessionV1 session = session("user", NOON);
        try (SessionStore store = folder.open()) {
            store.idempotency().insertOnce(session, record("a", session), NOON);
        }
        assertThat(folder.read()).endsWith("\"opening_claim\":{\"key\":\"a\",\"request_hash\":\"h\",\"forgotten_at\":"
                + "\"2026-03-01T13:00:00.123Z\"}}]");
        assertThat(folder.recordFile()).doesNotExist();
        assertThat(recordAfterRestart("a")).contains(record("a", session));
    }

    @Test
    void recordOutlivesItsSessionUntilItExpires() throws IOException {
        SessionV1 session = session("user", NOON);
        try (SessionStore store = folder.open()) {
            store.idempotency().insertOnce(session, record("a", session), NOON);
            store.sessions().delete(session.id(), NOON, null);
            assertThat(folder.recordFile()).content().isEqualTo("[{\"session_id\":\"" + session.id().value()
                    + "\",\"key\":\"a\",\"request_hash\":\"h\",\"forgotten_at\":\"2026-03-01T13:00:00.123Z\"}]");
        }
        assertThat(recordAfterRestart("a")).contains(record("a", session));
        try (SessionStore store = folder.open()) {
            assertThat(store.idempotency().removeExpired(EXPIRED, 10)).isEqualTo(1);
        }
        assertThat(folder.recordFile()).doesNotExist();
        assertThat(recordAfterRestart("a")).isEmpty();
    }

    @Test
    void expiredRecordIsRemovedFromItsSession() throws IOException {
        SessionV1 session = session("user", NOON);
        SessionV1 next = session("user", NOON);
        try (SessionStore store = folder.open()) {
            store.idempotency().insertOnce(session, record("a", session), NOON);
            assertThat(store.idempotency().insertOnce(next, record("a", next), EXPIRED)).isEmpty();
        }
        assertThat(folder.read()).containsOnlyOnce("opening_claim");
        assertThat(recordAfterRestart("a")).contains(record("a", next));
    }

    /** The process was killed between the writes of the two files. */
    @Test
    void interruptedRemovalKeepsSessionAndRecord() throws IOException {
        SessionV1 session = session("user", NOON);
        String before;
        try (SessionStore store = folder.open()) {
            store.idempotency().insertOnce(session, record("a", session), NOON);
            before = folder.read();
            store.sessions().delete(session.id(), NOON, null);
        }
        folder.write(before);
        assertThat(recordAfterRestart("a")).contains(record("a", session));
        try (SessionStore store = folder.open()) {
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
            StoreFolder.inserted(store);
            assertThat(store.idempotency().removeExpired(EXPIRED, 10)).as("counted once").isEqualTo(1);
        }
        assertThat(folder.recordFile()).doesNotExist();
        assertThat(folder.read()).doesNotContain("opening_claim");
    }

    /** The process was killed after another session took over the key and before the old record was removed. */
    @Test
    void recordWithASessionOverridesOneWithout() throws IOException {
        SessionV1 removed = session("user", NOON);
        SessionV1 next = session("user", NOON);
        String records;
        try (SessionStore store = folder.open()) {
            store.idempotency().insertOnce(removed, record("a", removed), NOON);
            store.sessions().delete(removed.id(), NOON, null);
            records = Files.readString(folder.recordFile());
            store.idempotency().insertOnce(next, record("a", next), EXPIRED);
        }
        Files.writeString(folder.recordFile(), records);
        assertThat(recordAfterRestart("a")).contains(record("a", next));
    }

    @Test
    void everyKindOfRemovalKeepsTheRecords() {
        try (SessionStore store = folder.open()) {
            for (int i = 0; i < 4; i++) {
                SessionV1 session = session("u" + i, NOON);
                store.idempotency().insertOnce(session, record("k" + i, session), NOON);
            }
            store.removal().removeOfUser("u0", 10);
            store.removal().removeEnded(NOON.plus(HOUR).plus(HOUR), NOON.plus(HOUR).plus(HOUR), 1);
            assertThat(StoreFolder.count(store)).isEqualTo(2);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(recordAfterRestart("k" + i)).isPresent();
        }
    }

    @Test
    void concurrentOpeningsAndRemovalsLoseNoRecord() {
        int count = 200;
        List<SessionV1> sessions = IntStream.range(0, count).mapToObj(_ -> session("user", NOON)).toList();
        try (SessionStore store = folder.open()) {
            Concurrently.run(2 * count, i -> () -> {
                SessionV1 session = sessions.get(i / 2);
                return i % 2 == 0
                        ? store.idempotency().insertOnce(session, record("k" + i / 2, session), NOON)
                        : store.sessions().delete(session.id(), NOON, null);
            });
        }
        try (SessionStore store = folder.open()) {
            assertThat(IntStream.range(0, count)).allSatisfy(
                    i -> assertThat(
                            store.idempotency().insertOnce(sessions.get(i), record("k" + i, sessions.get(i)), NOON))
                            .isPresent());
        }
    }

    private Optional<IdempotencyRecord> recordAfterRestart(String key) {
        try (SessionStore store = folder.open()) {
            SessionV1 probe = session("probe", NOON);
            return store.idempotency().insertOnce(probe, record(key, probe), NOON);
        }
    }

    private static IdempotencyRecord record(String key, SessionV1 session) {
        return new IdempotencyRecord(key, "h", session.id(), EXPIRED);
    }
}
