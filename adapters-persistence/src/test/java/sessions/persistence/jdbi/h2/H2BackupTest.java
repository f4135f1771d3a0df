package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlStores;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** Backs up an H2 file that is in use, and restores databases from the backups. */
class H2BackupTest {

    private static final int BACKUPS = 3;
    private static final int WRITERS = 4;
    private static final int MAX_SESSIONS_KEPT = 50;

    /** Longer than H2 stores in a row. */
    private static final int LONG_CONTENT = 200_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void backupOfABusyStoreHasEverythingAcknowledgedBefore() throws IOException {
        ConcurrentMap<SessionId, Long> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        try (SessionStore store = open("live")) {
            List<Boolean> _ = Concurrently.run(WRITERS + 1, i -> () -> {
                if (i < WRITERS) {
                    write(store, acknowledged, done);
                } else {
                    backUpRepeatedly(store, acknowledged, done);
                }
                return true;
            });
        }
        assertThat(folder).isDirectoryContaining("glob:**/live.mv.db").isDirectoryNotContaining("glob:**/*unfinished*");
    }

    /** Opens sessions with keys, stores alternately long and short content, and removes the oldest sessions. */
    private static void write(SessionStore store, Map<SessionId, Long> acknowledged, AtomicBoolean done) {
        Deque<SessionId> kept = new ArrayDeque<>();
        for (int n = 0; !done.get(); n++) {
            SessionV1 session = session("user", NOON);
            String key = session.id().value() + session.id().value();
            assertThat(store.idempotency().insertOnce(session,
                    new IdempotencyRecord(key, key, session.id(), NOON.plusSeconds(60)),
                    NOON))
                    .isEmpty();
            acknowledged.put(session.id(), 1L);
            String content = "\"" + "x".repeat(n % 5 == 0 ? LONG_CONTENT : 100) + "\"";
            SessionV1 changed = Fixtures.changed(store.sessions().change(session.id(),
                    new SessionChange.StoreData(new Json(content), NOON.plusMillis(1), null), ONE_HOUR));
            acknowledged.put(session.id(), changed.version());
            kept.add(session.id());
            if (kept.size() > MAX_SESSIONS_KEPT) {
                acknowledged.remove(kept.element());
                Fixtures.changed(store.sessions().delete(kept.remove(), NOON, null));
            }
        }
    }

    private void backUpRepeatedly(SessionStore store, Map<SessionId, Long> acknowledged, AtomicBoolean done)
            throws IOException {
        try {
            for (int n = 0; n < BACKUPS; n++) {
                Map<SessionId, Long> before = Map.copyOf(acknowledged);
                Path archive = folder.resolve(n + ".zip");
                try (OutputStream out = Files.newOutputStream(archive)) {
                    store.backUp(out);
                }
                long restored = restore(new StoreSettings(url("copy" + n), null, null), archive);
                assertHolds("copy" + n, before, acknowledged, restored);
                Files.delete(archive);
                Files.delete(folder.resolve("copy" + n + ".mv.db"));
            }
        } finally {
            done.set(true);
        }
    }

    /** Checks a restored store. Sessions that are no longer acknowledged were removed meanwhile. */
    private void assertHolds(String name, Map<SessionId, Long> before, Map<SessionId, Long> now, long restored) {
        try (SessionStore copy = open(name)) {
            List<SessionV1> sessions = copy.lists().list(SessionFilter.ALL, NOON, 0, Integer.MAX_VALUE);
            assertThat(sessions).hasSize((int) restored);
            before.forEach((id, version) -> {
                if (now.containsKey(id)) {
                    assertThat(copy.sessions().find(id, NOON)).get().satisfies(session -> {
                        assertThat(session.version()).isGreaterThanOrEqualTo(version);
                        assertThat(session.data()).isNotNull();
                    });
                }
            });
            for (SessionV1 session : sessions) {
                String key = session.id().value() + session.id().value();
                assertThat(copy.idempotency().insertOnce(session("user", NOON),
                        new IdempotencyRecord(key, key, session.id(), NOON.plusSeconds(60)), NOON)).isPresent();
            }
        }
    }

    /** Each backup is another copy of all data, on the disk that the running store needs. */
    @Test
    void rejectsASecondBackupAtTheSameTime() throws IOException {
        AtomicInteger rejected = new AtomicInteger();
        try (SessionStore store = open("live")) {
            store.sessions().insert(session("user", NOON));
            store.backUp(new OutputStream() {
                @Override
                public void write(int octet) {
                    assertThatExceptionOfType(StoreUnavailableException.class)
                            .isThrownBy(() -> store.backUp(OutputStream.nullOutputStream()))
                            .withMessage("Another backup is in progress");
                    rejected.incrementAndGet();
                }
            });
            assertThat(rejected).hasPositiveValue();
            assertThat(backup(store)).isNotEmpty();
        }
    }

    @Test
    void backupUsesNoConnectionOfThePool() {
        CyclicBarrier all = new CyclicBarrier(SqlDatabase.CONNECTIONS);
        try (SqlDatabase database = SqlStores.database(url("live"))) {
            List<Integer> arrivals = database.readSnapshot("read for a backup",
                    _ -> Concurrently.run(SqlDatabase.CONNECTIONS,
                            _ -> () -> database.read("read", _ -> await(all))));
            assertThat(arrivals).hasSize(SqlDatabase.CONNECTIONS).doesNotHaveDuplicates();
        }
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("not all calls had a connection at the same time", alone);
        }
    }

    @Test
    void closingAStoreDuringABackupReleasesItsFile() throws IOException {
        SqlDatabase database = SqlStores.database(url("live"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> database.readSnapshot("read for a backup", _ -> {
                    database.close();
                    database.requireOpen();
                    return true;
                })).withMessage("The store is closed");
        try (FileChannel file = FileChannel.open(folder.resolve("live.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void backupLeavesFreeSpaceForTheStore() {
        assertThatCode(() -> H2Backup.requireRoom(100 << 20, 164 << 20)).doesNotThrowAnyException();
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> H2Backup.requireRoom(100 << 20, 163 << 20))
                .withMessage(
                        "There is not enough disk space for a backup next to the store: it may need 100 MiB and must"
                                + " leave 64 MiB free, but only 163 MiB are free");
    }

    @Test
    void removedSessionsAreNotInABackup() throws IOException {
        byte[] archive;
        try (SessionStore store = open("live")) {
            store.sessions().insert(SessionV1.open(Fixtures.opening("erased-user"), NOON, ONE_HOUR));
            store.sessions().insert(session("kept-user", NOON));
            assertThat(store.removal().removeOfUser("erased-user", 10)).isEqualTo(1);
            archive = backup(store);
        }
        String database = new String(unzipped(archive), StandardCharsets.ISO_8859_1);
        assertThat(database).contains("kept-user").doesNotContain("erased-user");
    }

    @Test
    void restoredSessionsAreEqual() throws IOException {
        SessionV1 open = session("Zoë 😀", NOON);
        try (SessionStore store = open("live")) {
            store.sessions().insert(open);
            SessionV1 closed = session("user", NOON);
            store.sessions().insert(closed);
            closed = Fixtures
                    .changed(store.sessions().change(closed.id(), new SessionChange.Close(NOON.plusMillis(5), null),
                            ONE_HOUR));
            Files.write(folder.resolve("backup.zip"), backup(store));
            assertThat(restore(new StoreSettings(url("new/restored"), null, null), folder.resolve("backup.zip")))
                    .isEqualTo(2);
            try (SessionStore restored = open("new/restored")) {
                assertThat(restored.sessions().find(open.id(), NOON)).contains(open);
                assertThat(restored.sessions().find(closed.id(), NOON)).contains(closed);
            }
        }
    }

    @Test
    void backupHasTheParametersAndUserOfTheDatabase() throws IOException {
        String cipher = ";CIPHER=AES";
        try (SessionStore store = StoreProviders.open(new StoreSettings(url("live") + cipher, "sa", "file secret"))) {
            store.sessions().insert(session("user", NOON));
            Files.write(folder.resolve("backup.zip"), backup(store));
        }
        assertThat(new String(unzipped(Files.readAllBytes(folder.resolve("backup.zip"))), StandardCharsets.ISO_8859_1))
                .doesNotContain("user_id");
        assertThat(restore(new StoreSettings(url("copy") + cipher, "sa", "file secret"), folder.resolve("backup.zip")))
                .isEqualTo(1);
    }

    /** The archive is complete, so it must not be called broken. */
    @Test
    void wrongPasswordDoesNotMeanABrokenBackup() throws IOException {
        try (SessionStore store = StoreProviders.open(new StoreSettings(url("live"), "sa", "secret"))) {
            Files.write(folder.resolve("backup.zip"), backup(store));
        }
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> restore(new StoreSettings(url("copy"), "sa", "other"), folder.resolve("backup.zip")));
        assertThat(restore(new StoreSettings(url("copy"), "sa", "secret"), folder.resolve("backup.zip"))).isZero();
    }

    @Test
    void onlyTheOwnerCanReadARestoredFile() throws IOException {
        try (SessionStore store = open("live")) {
            Files.write(folder.resolve("backup.zip"), backup(store));
        }
        assertThat(restore(new StoreSettings(url("copy"), null, null), folder.resolve("backup.zip"))).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("copy.mv.db"))))
                .isEqualTo("rw-------");
    }

    /** A killed process leaves a copy of all its data. */
    @Test
    void openingRemovesTheFilesOfInterruptedBackups() throws IOException {
        open("live").close();
        Path left = Files.createDirectory(folder.resolve("live.backup-unfinished-123"));
        Files.writeString(left.resolve(H2Backup.ENTRY), "a copy");
        Path others = Files.createDirectory(folder.resolve("other" + left.getFileName()));
        Path named = Files.createDirectory(folder.resolve("live.backup-2026-11-25"));
        open("live").close();
        assertThat(left).doesNotExist();
        assertThat(others).isDirectory();
        assertThat(named).isDirectory();
    }

    @Test
    void openingDoesNotRemoveARunningBackup() throws IOException {
        try (SessionStore store = open("live");
                BackupFolder running = BackupFolder.createNextTo(folder.resolve("live.mv.db"))) {
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isZero();
            open("live").close();
            assertThat(running.path()).isDirectory();
        }
    }

    @Test
    void restoringDoesNotReplaceAStore() throws IOException {
        try (SessionStore store = open("live")) {
            store.sessions().insert(session("user", NOON));
            Files.write(folder.resolve("backup.zip"), backup(store));
        }
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> restore(new StoreSettings(url("live"), null, null), folder.resolve("backup.zip")));
        try (SessionStore store = open("live")) {
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isEqualTo(1);
        }
    }

    @Test
    void rejectsOtherFilesAndLeavesNothing() throws IOException {
        byte[] archive;
        try (SessionStore store = open("live")) {
            store.sessions().insert(session("user", NOON));
            archive = backup(store);
        }
        byte[] broken = archive.clone();
        broken[archive.length / 2] ^= 1;
        byte[] half = Arrays.copyOf(archive, archive.length / 2);
        for (byte[] other : List.of(new byte[0], "no archive".getBytes(StandardCharsets.US_ASCII), broken, half,
                zip("other.txt", new byte[10]), zip(H2Backup.ENTRY, new byte[0]), zip(H2Backup.ENTRY, new byte[10_000]),
                zip(H2Backup.ENTRY, random(100_000)), zip(H2Backup.ENTRY, foreignDatabase()))) {
            assertRejected(other);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/copy.mv.db")
                .isDirectoryNotContaining("glob:**/*unfinished*");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private byte[] foreignDatabase() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("foreign"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table sessions (name varchar)");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return Files.readAllBytes(folder.resolve("foreign.mv.db"));
    }

    private void assertRejected(byte[] archive) throws IOException {
        Files.write(folder.resolve("backup.zip"), archive);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> restore(new StoreSettings(url("copy"), null, null), folder.resolve("backup.zip")))
                .withMessageContaining(folder.resolve("backup.zip") + " must be a backup of Sessions")
                .withMessageNotContaining("unfinished");
    }

    @Test
    void otherStoresRejectBackupAndRestore() {
        try (SessionStore memory = StoreProviders.open(new StoreSettings("jdbc:h2:mem:backup", null, null));
                MemorySessionStore maps = new MemorySessionStore()) {
            for (SessionStore store : List.of(memory, maps)) {
                assertThatExceptionOfType(NotSupportedException.class)
                        .isThrownBy(() -> store.backUp(OutputStream.nullOutputStream()))
                        .withMessageContaining("in memory");
            }
        }
        assertThatExceptionOfType(NotSupportedException.class).isThrownBy(
                () -> restore(new StoreSettings("jdbc:postgresql://localhost/x", null, null), folder))
                .withMessageContaining("pg_restore");
    }

    private static byte[] backup(SessionStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.backUp(out);
        return out.toByteArray();
    }

    private static byte[] unzipped(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("sessions.mv.db");
            return zip.readAllBytes();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private SessionStore open(String name) {
        return StoreProviders.open(new StoreSettings(url(name), null, null));
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    private static long restore(StoreSettings store, Path archive) throws IOException {
        return StoreProviders.of(store).restore(store, archive);
    }
}
