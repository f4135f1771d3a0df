package sessions.persistence.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.files.DurableFiles;
import sessions.persistence.memory.StagedSessions;
import sessions.wire.archive.IdempotencyRecordJson;
import sessions.wire.archive.StoredSession;

/**
 * The files of a store: the sessions, each with its idempotency record; and a second file with the records of removed
 * sessions, if there are any.
 */
final class StoreFiles implements AutoCloseable {

    private final ExclusiveFileLock lock;
    private final JsonArrayFile sessionFile;
    private final JsonArrayFile recordFile;

    /** The content of the file of records, if it is synced. */
    private Set<IdempotencyRecord> recordsOnDisk = new HashSet<>();

    private StoreFiles(ExclusiveFileLock lock, Path folder, String name) {
        this.lock = lock;
        this.sessionFile = new JsonArrayFile(folder, name);
        this.recordFile = new JsonArrayFile(folder, name + ".claims");
    }

    /** Opens and locks the files, which need not exist yet. */
    static StoreFiles open(Path file, boolean mustExist) throws IOException {
        Path path = target(file.toAbsolutePath());
        String name = String.valueOf(path.getFileName());
        String lock = name + ".lock";
        // Opening creates the lock; the first change creates the file.
        if (mustExist && !Files.exists(path) && !Files.exists(path.resolveSibling(lock))) {
            throw new IOException("the store does not exist; create it with 'sessions serve', or check --store");
        }
        if (Files.exists(path) && !(Files.isRegularFile(path) && Files.isWritable(path))) {
            throw new IOException("it is not a writable file");
        }
        Path folder = DurableFiles.createFolder(Objects.requireNonNull(path.getParent(), "a file is in a folder"));
        return new StoreFiles(ExclusiveFileLock.take(folder.resolve(lock)), folder, name);
    }

    /** Returns the file to which symbolic links lead; it need not exist. */
    private static Path target(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            return path.toRealPath();
        } catch (NoSuchFileException dangling) {
            return target(path.resolveSibling(Files.readSymbolicLink(path)));
        }
    }

    /** Reads the sessions and idempotency records. */
    StagedSessions load(ExpiryPolicy expiry) throws IOException {
        StagedSessions sessions = new StagedSessions();
        recordsOnDisk = StoredElements.records(recordFile.path());
        recordsOnDisk.forEach(sessions::load);
        // If two records have the same key, the one with a session is later and replaces the other, see write.
        StoredElements.sessions(sessionFile.path(), expiry, sessions);
        return sessions;
    }

    /** Returns whether the state on disk is known. */
    boolean areSynced() {
        return sessionFile.isSynced() && recordFile.isSynced();
    }

    /**
     * Writes the staged sessions and idempotency records and returns once they are on disk.
     *
     * <p>The records of removed sessions are written first and stay in their file as long as they exist, even if the
     * session is added again. So if a write is interrupted, each record is in one of the files or in both. No record
     * belongs to a session that was never acknowledged, if no session is removed in the same write that adds it. A
     * record that takes over a key is written with its session, so the file of sessions overrides the other file.
     */
    void write(StagedSessions sessions) throws IOException {
        Map<SessionId, IdempotencyRecord> bySession = new HashMap<>();
        Set<IdempotencyRecord> separate = new HashSet<>();
        sessions.records().forEach(record -> {
            boolean withSession = sessions.contains(record.sessionId())
                    && bySession.putIfAbsent(record.sessionId(), record) == null;
            if (!withSession || recordsOnDisk.contains(record)) {
                separate.add(record);
            }
        });
        writeIdempotencyRecords(separate);
        sessionFile.replace(sessions.sessions()
                .map(session -> StoredSession.toUtf8(session, bySession.get(session.id()))).iterator());
    }

    private void writeIdempotencyRecords(Set<IdempotencyRecord> records) throws IOException {
        if (recordFile.isSynced() && records.equals(recordsOnDisk)) {
            return;
        }
        if (records.isEmpty()) {
            recordFile.delete();
        } else {
            recordFile.replace(records.stream().map(IdempotencyRecordJson::toUtf8).iterator());
        }
        recordsOnDisk = records;
    }

    @Override
    public void close() {
        lock.close();
    }
}
