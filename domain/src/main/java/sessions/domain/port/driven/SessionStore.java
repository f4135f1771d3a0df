package sessions.domain.port.driven;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.SessionId;

/**
 * Stores sessions. A driven port, composed of smaller ones; every store passes the same contract suite.
 *
 * <ul>
 * <li><b>Absence</b> is an empty {@code Optional} or {@link sessions.domain.model.ChangeOutcome.Missing}, never an
 * exception.
 * <li><b>Atomicity</b>: each call takes effect completely or not at all. Concurrent changes of one session apply one
 * after the other, so versions have no gaps. No method reads, modifies and writes back.
 * <li><b>Expiry</b>: results are always sessions {@linkplain sessions.domain.model.SessionV1#asOf as of} the given
 * time. Callers cannot see whether a sweep has already closed them.
 * <li><b>Order</b>: lists are newest first by {@code (openTime, id)}, both descending.
 * <li><b>Durability</b>: when a call returns, its effect survives the end of the process, except for a store in memory.
 * </ul>
 *
 * Failures of the database or the disk are thrown as {@link sessions.domain.error.StoreUnavailableException} or
 * {@link sessions.domain.error.StoreFailedException}. Thread-safe.
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
     * Checks that the store can be used, without an effect. By default looks for a session that does not exist; a store
     * that can respond but not accept changes checks that too.
     *
     * @throws sessions.domain.error.StoreUnavailableException if it does not respond within its own time limits, or
     *         accepts no changes
     */
    default void check() {
        sessions().find(SessionId.NONEXISTENT, Instant.EPOCH);
    }

    /**
     * Writes a backup of the store's state at one moment during the call. It includes every change acknowledged before
     * the call. Sessions can be changed meanwhile.
     *
     * @param out receives the backup; nothing is written to it before the backup is known to succeed
     * @throws NotSupportedException if the technology has its own backup tools; the message names them
     * @throws IOException if the backup cannot be written
     */
    default void backUp(OutputStream out) throws IOException {
        throw new NotSupportedException(
                "This store cannot back itself up: use the tools of its database, or copy its file");
    }

    /** Releases the store's resources. Calls in flight may fail. */
    @Override
    void close();
}
