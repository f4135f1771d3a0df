package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** Changes that wait at the same time share a write, and each is acknowledged once it is in the file. */
@Timeout(120)
class FileGroupCommitTest {

    private static final int SESSIONS = 10_000;
    private static final int CHANGES = 1_000;
    private static final int MAX_WRITES = 50;

    private StoreFolder folder = new StoreFolder(Path.of(""));

    @BeforeEach
    void newFolder(@TempDir Path path) {
        folder = new StoreFolder(path);
    }

    @Test
    void thousandConcurrentChangesTakeFewWrites() throws IOException, InterruptedException {
        try (SessionStore store = folder.open();
                WatchService watch = folder.path().getFileSystem().newWatchService()) {
            List<SessionV1> sessions = IntStream.range(0, SESSIONS).mapToObj(i -> session("u" + i, NOON)).toList();
            assertThat(store.copies().insertMissing(sessions)).isEqualTo(SESSIONS);
            WatchKey key = folder.path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            FileSnapshots snapshots = new FileSnapshots(folder.file());
            List<Boolean> inFile = Concurrently.run(CHANGES, i -> () -> {
                SessionV1 changed = changed(store.sessions().change(sessions.get(i * 7).id(),
                        new SessionChange.StoreData(new Json("[" + i + "]"), NOON, null), ONE_HOUR));
                return snapshots.latest().contains(
                        "\"data\":[" + i + "],\"version\":" + changed.version() + ",");
            });
            assertThat(inFile).as("in the file when it is acknowledged").containsOnly(true);
            assertThat(writes(watch, key)).isBetween(1, MAX_WRITES);
        }
        try (SessionStore store = folder.open()) {
            assertThat(store.copies().readAfter(null, SessionFilter.ALL, NOON, SESSIONS)).hasSize(SESSIONS)
                    .filteredOn(session -> session.version() == 2).hasSize(CHANGES);
        }
    }

    @Test
    void eachBatchIsOneWrite() throws IOException, InterruptedException {
        try (SessionStore store = folder.open();
                WatchService watch = folder.path().getFileSystem().newWatchService()) {
            store.copies().insertMissing(
                    IntStream.range(0, 500).mapToObj(i -> session("u" + i % 2, NOON.plusMillis(i))).toList());
            WatchKey key = folder.path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            assertThat(store.closing().closeMatching(SessionFilter.ofUser("u0"), NOON, null, 200).closed())
                    .isEqualTo(200);
            assertThat(store.closing().closeExpired(NOON.plus(ONE_HOUR.idleTimeout()).plusSeconds(1), 200).closed())
                    .isEqualTo(200);
            assertThat(store.removal().removeEnded(NOON.plusSeconds(1), NOON.plusSeconds(1), 200)).isEqualTo(200);
            assertThat(store.removal().removeOfUser("u1", 200)).isEqualTo(200);
            assertThat(writes(watch, key)).isEqualTo(4);
        }
    }

    @Test
    void callsThatChangeNothingWriteNothing() throws IOException {
        try (SessionStore store = folder.open()) {
            SessionV1 session = StoreFolder.inserted(store);
            Files.writeString(folder.file(), "untouched");
            SessionChange stale = new SessionChange.Close(NOON, 7L);
            store.sessions().change(session.id(), stale, ONE_HOUR);
            store.sessions().delete(session("other", NOON).id(), NOON, null);
            store.closing().closeExpired(NOON, 10);
            store.idempotency().removeExpired(NOON, 10);
            store.copies().insertMissing(List.of(session));
            assertThat(folder.read()).isEqualTo("untouched");
        }
    }

    @Test
    void interruptedCallerGetsItsResultAndTheStoreKeepsWorking() {
        try (SessionStore store = folder.open()) {
            Thread.currentThread().interrupt();
            SessionV1 session = StoreFolder.inserted(store);
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
            StoreFolder.inserted(store);
        }
        try (SessionStore store = folder.open()) {
            assertThat(StoreFolder.count(store)).isEqualTo(2);
        }
    }

    /**
     * Returns the number of writes. Each write creates two names: first the temporary file, and at the end the file
     * itself.
     */
    private int writes(WatchService watch, WatchKey key) throws IOException, InterruptedException {
        Path last = Files.createFile(folder.path().resolve("last"));
        int writes = 0;
        while (true) {
            assertThat(watch.poll(60, TimeUnit.SECONDS)).as("event of the folder").isEqualTo(key);
            for (WatchEvent<?> event : key.pollEvents()) {
                assertThat(event.kind()).isEqualTo(StandardWatchEventKinds.ENTRY_CREATE);
                if (last.getFileName().equals(event.context())) {
                    Files.delete(last);
                    return writes;
                }
                writes += folder.file().getFileName().equals(event.context()) ? event.count() : 0;
            }
            key.reset();
        }
    }
}
