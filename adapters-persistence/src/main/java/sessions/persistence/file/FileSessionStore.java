package sessions.persistence.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.memory.StagedSessions;

/**
 * Keeps sessions in memory and in one JSON file, which is written anew with every change, or with all changes that wait at
 * the same time. A change is visible and answered once it is on disk. For small use: memory holds everything, and a write
 * takes the longer the more sessions there are.
 */
public final class FileSessionStore implements SessionStore {

    private final StoreFiles files;
    private final StagedSessions sessions;
    private final FileGroupCommit changes;
    private volatile boolean closed;

    private FileSessionStore(StoreFiles files, StagedSessions sessions) {
        this.files = files;
        this.sessions = sessions;
        this.changes = FileGroupCommit.start(sessions, files);
    }

    /** Whether a store URL is one for this adapter: {@code file:PATH}. */
    public static boolean accepts(String url) {
        return FileUrl.parse(url).isPresent();
    }

    /** The file of a store URL. */
    public static Path file(String url) {
        return FileUrl.of(url).path();
    }

    /**
     * Reads the file, and holds it until the store is closed.
     *
     * @param url {@code file:PATH}; followed by {@code ;IFEXISTS=TRUE} where the file must exist, else it is made by the
     *            first change
     * @param expiry says when sessions end for which the file does not
     * @throws StoreUnavailableException where the file cannot be used: another store has it open, it or its folder cannot
     *             be written, or it holds anything but sessions. It is left as it was
     */
    public static FileSessionStore open(String url, ExpiryPolicy expiry) {
        FileUrl file = FileUrl.of(url);
        try {
            StoreFiles files = StoreFiles.open(file);
            try {
                return new FileSessionStore(files, files.load(expiry));
            } catch (IOException | RuntimeException failed) {
                files.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new StoreUnavailableException("The store could not be opened", explained(failed));
        }
    }

    /** Some exceptions say with their type what happened, and with their message only where. */
    private static IOException explained(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> new IOException("no access to " + denied.getFile(), denied);
            case FileAlreadyExistsException inTheWay -> new IOException(inTheWay.getFile() + " is no folder", inTheWay);
            default -> failed;
        };
    }

    @Override
    public void insert(SessionV1 session) {
        changed(staged -> {
            staged.insert(session);
            return session;
        });
    }

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord claim, Instant now) {
        return changed(staged -> staged.insertOnce(session, claim, now));
    }

    @Override
    public int insertMissing(List<SessionV1> added) {
        return changed(staged -> staged.insertMissing(added));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return changed(staged -> staged.change(id, change, expiry));
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return changed(staged -> staged.closeExpired(now, limit));
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        return changed(staged -> staged.closeMatching(filter, now, after, limit));
    }

    @Override
    public int removeForgottenClaims(Instant now, int limit) {
        return changed(staged -> staged.removeForgottenClaims(now, limit));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return removed(staged -> staged.delete(id, now, expectedVersion));
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return removed(staged -> staged.removeEnded(before, now, limit));
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return removed(staged -> staged.removeOfUser(userId, limit));
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return visible().find(id, now);
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return visible().findAll(ids, now);
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return visible().list(filter, now, skip, limit);
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return visible().listAfter(after, filter, now, limit);
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return visible().readAfter(after, filter, now, limit);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return visible().count(filter, now);
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return visible().countEnded(before, now);
    }

    @Override
    public List<SessionStatistics.Hour> countByHour(Instant from, int hours, Instant now) {
        return visible().countByHour(from, hours, now);
    }

    @Override
    public void backUp(OutputStream out) {
        throw new NotSupportedException(
                "A store in a flat file is backed up by copying the file, which is whole at every moment");
    }

    /** Serves the changes that wait, refuses later ones, and lets go of the file. */
    @Override
    public void close() {
        closed = true;
        changes.close();
        files.close();
    }

    private <T> T changed(Function<SessionStore, T> meaning) {
        return changes.apply(new PendingChange<>(false, meaning));
    }

    private <T> T removed(Function<SessionStore, T> meaning) {
        return changes.apply(new PendingChange<>(true, meaning));
    }

    private SessionStore visible() {
        if (closed) {
            throw FileGroupCommit.closed();
        }
        return sessions.visible();
    }
}
