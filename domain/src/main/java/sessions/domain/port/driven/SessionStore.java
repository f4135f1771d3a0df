package sessions.domain.port.driven;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.SessionId;

/**
 * Where sessions are stored. A driven port that a store composes of smaller ones; every store passes one contract suite.
 *
 * <ul>
 * <li><b>Absence</b> is an empty {@code Optional} or {@link sessions.domain.model.ChangeOutcome.Missing}, never an exception.
 * <li><b>Atomicity</b>: each call takes effect completely or not at all. Concurrent changes of one session apply one after the
 * other, so versions have no gaps. No method reads, modifies and writes back.
 * <li><b>Expiry</b>: results are always the session {@linkplain sessions.domain.model.SessionV1#asOf as of} the given time. No
 * caller can tell whether a sweep has reached it.
 * <li><b>Order</b>: lists are newest first by {@code (openTime, id)}, both descending.
 * <li><b>Durability</b>: when a call returns, its effect survives the end of the process, except in a store in memory.
 * </ul>
 *
 * Failures of the technology surface as {@link sessions.domain.error.StoreUnavailableException} or {@link
 * sessions.domain.error.StoreFailedException}. Thread-safe.
 */
public interface SessionStore extends AutoCloseable {

    /** Single sessions. */
    SessionRecords sessions();

    /** Lists of sessions. */
    SessionLists lists();

    /** Sessions that are opened once per idempotency key. */
    IdempotencyRecords idempotency();

    /** Closing many sessions. */
    BulkClosing closing();

    /** Removing many sessions. */
    BulkRemoval removal();

    /** Counts by hour. */
    HourlyCounts hours();

    /** Complete sessions, read from this store or added from another one. */
    SessionCopies copies();

    /**
     * Checks that the store answers, by looking for a session that does not exist.
     *
     * @throws sessions.domain.error.StoreUnavailableException if it does not answer within its own time limits
     */
    default void check() {
        sessions().find(SessionId.NOBODY, Instant.EPOCH);
    }

    /**
     * Writes a backup of the store as it is at one moment during the call, which includes everything acknowledged before. Sessions
     * can be changed meanwhile.
     *
     * @param out receives the backup; nothing is written to it before the backup is known to succeed
     * @throws NotSupportedException if the technology has tools of its own for this; the message names them
     * @throws IOException if the backup cannot be written
     */
    default void backUp(OutputStream out) throws IOException {
        throw new NotSupportedException(
                "This store makes no backup of itself: use the tools of its database, or copy its file");
    }

    /** Releases the store's resources. Calls in flight may fail. */
    @Override
    void close();
}
