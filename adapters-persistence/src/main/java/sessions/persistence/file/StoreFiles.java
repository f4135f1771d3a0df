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
 * What a store has on disk: the sessions, each with the claim that it was opened under; and beside them the claims whose
 * sessions were removed, if there are any.
 */
final class StoreFiles implements AutoCloseable {

    private final ExclusiveFileLock lock;
    private final JsonArrayFile sessionFile;
    private final JsonArrayFile recordFile;

    /** What the file of claims holds, as far as that is settled. */
    private Set<IdempotencyRecord> claimsOnDisk = new HashSet<>();

    private StoreFiles(ExclusiveFileLock lock, Path folder, String name) {
        this.lock = lock;
        this.sessionFile = new JsonArrayFile(folder, name);
        this.recordFile = new JsonArrayFile(folder, name + ".claims");
    }

    /** Takes hold of the files, of which there may be none yet. */
    static StoreFiles open(Path file, boolean mustExist) throws IOException {
        Path path = target(file.toAbsolutePath());
        String name = String.valueOf(path.getFileName());
        String lock = name + ".lock";
        // A store that was opened has its lock; the file comes with the first change.
        if (mustExist && !Files.exists(path) && !Files.exists(path.resolveSibling(lock))) {
            throw new IOException("there is no store yet; serving from here would make one");
        }
        if (Files.exists(path) && !(Files.isRegularFile(path) && Files.isWritable(path))) {
            throw new IOException("it is no file that can be written");
        }
        Path folder = DurableFiles.createFolder(Objects.requireNonNull(path.getParent(), "a file is in a folder"));
        return new StoreFiles(ExclusiveFileLock.take(folder.resolve(lock)), folder, name);
    }

    /** Where links to the file end, whether or not it is there yet. */
    private static Path target(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            return path.toRealPath();
        } catch (NoSuchFileException leadsNowhere) {
            return target(path.resolveSibling(Files.readSymbolicLink(path)));
        }
    }

    /** Reads the sessions and claims. */
    StagedSessions load(ExpiryPolicy expiry) throws IOException {
        StagedSessions sessions = new StagedSessions();
        claimsOnDisk = StoredElements.records(recordFile.path());
        claimsOnDisk.forEach(sessions::load);
        // A claim of a session counts where another has the same key: it is the later one, see write.
        StoredElements.sessions(sessionFile.path(), expiry, sessions);
        return sessions;
    }

    /** Whether it is known what is on disk. */
    boolean areSettled() {
        return sessionFile.isSettled() && recordFile.isSettled();
    }

    /**
     * Returns when the staged sessions and claims are on disk.
     *
     * <p>The claims of removed sessions are written first, and stay there while they stand, even where the session comes
     * back. So wherever this ends, each claim is in one of the files, or in both. None of them is of a session that was
     * never acknowledged, as long as no session is removed within the write that adds it. And a claim that takes over a
     * key comes with its session, so that the file of the sessions has the last word on it.
     */
    void write(StagedSessions sessions) throws IOException {
        Map<SessionId, IdempotencyRecord> bySession = new HashMap<>();
        Set<IdempotencyRecord> beside = new HashSet<>();
        sessions.records().forEach(record -> {
            boolean withSession = sessions.contains(record.sessionId())
                    && bySession.putIfAbsent(record.sessionId(), record) == null;
            if (!withSession || claimsOnDisk.contains(record)) {
                beside.add(record);
            }
        });
        writeIdempotencyRecords(beside);
        sessionFile.replace(sessions.sessions()
                .map(session -> StoredSession.toUtf8(session, bySession.get(session.id()))).iterator());
    }

    private void writeIdempotencyRecords(Set<IdempotencyRecord> records) throws IOException {
        if (recordFile.isSettled() && records.equals(claimsOnDisk)) {
            return;
        }
        if (records.isEmpty()) {
            recordFile.delete();
        } else {
            recordFile.replace(records.stream().map(IdempotencyRecordJson::toUtf8).iterator());
        }
        claimsOnDisk = records;
    }

    @Override
    public void close() {
        lock.close();
    }
}
