package sessions.domain.port.driving;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;

/** Operations on many sessions, for operators. A driving port beside {@link ISessionsV1}. */
public interface SessionAdmin {

    /** The recommended size of a batch. One batch completes well within the time limit of a request. */
    int BATCH_SIZE = 500;

    /** The maximum page size of an export. Small, because each session may have several MiB of content. */
    int MAX_EXPORT_BATCH = 20;

    /**
     * Closes all matching sessions that are active when the call begins, in batches. If it fails half-way, the closed
     * sessions stay closed, and the call can be repeated.
     *
     * @param filter selects the sessions; must have a condition other than {@code active}, which is ignored
     * @return how many sessions were closed
     * @throws InvalidDataException if the filter has no condition
     */
    long closeSessions(String correlationId, SessionFilter filter);

    /**
     * Closes one batch of the matching sessions that are active now, for callers that show progress or have a short
     * time limit. Sessions that are opened after the first batch are not closed. {@link #closeSessions} closes all
     * batches.
     *
     * @param after the {@code next} of the batch before, or null for the first
     * @param limit how many sessions to close at most, at least 1; the service may close fewer at a time
     * @throws InvalidDataException if the filter has no condition, or if {@code limit} is below 1
     */
    ClosedBatch closeBatch(String correlationId, SessionFilter filter, @Nullable SessionCursor after, int limit);

    /**
     * Returns the number of sessions that {@link #closeSessions} would close now; rejects the same filters. Nothing
     * changes.
     */
    long countSessionsToClose(String correlationId, SessionFilter filter);

    /** Runs a sweep, which stores all expired sessions as closed. Readers see no difference before and after. */
    void closeExpiredSessions(String correlationId);

    /**
     * Removes permanently all sessions that ended before a time, in batches. If it fails half-way, the removed sessions
     * stay removed, and the call can be repeated.
     *
     * @param endedBefore the time; a session that ended exactly then stays. An expired session ended at its
     *                    {@linkplain SessionV1#expiresAt last instant}
     * @return how many sessions were removed
     */
    default long purgeSessions(String correlationId, Instant endedBefore) {
        return removed(limit -> purgeBatch(correlationId, endedBefore, limit));
    }

    /**
     * Removes one batch for {@link #purgeSessions}.
     *
     * @param limit how many sessions to remove at most, at least 1; the service may remove fewer at a time
     * @throws InvalidDataException if {@code limit} is below 1
     */
    RemovedBatch purgeBatch(String correlationId, Instant endedBefore, int limit);

    /** Returns the number of sessions that {@link #purgeSessions} would remove now. Nothing changes. */
    long countSessionsToPurge(String correlationId, Instant endedBefore);

    /**
     * Removes permanently all sessions of a user, active or not, in batches, until none is left; this includes sessions
     * that are opened meanwhile. If it fails half-way, the removed sessions stay removed, and the call can be repeated.
     *
     * @return how many sessions were removed
     * @throws InvalidDataException if the user id is not valid
     */
    default long eraseSessions(String correlationId, String userId) {
        return removed(limit -> eraseBatch(correlationId, userId, limit));
    }

    /**
     * Removes one batch for {@link #eraseSessions}; rejects the same user ids.
     *
     * @param limit how many sessions to remove at most, at least 1; the service may remove fewer at a time
     * @throws InvalidDataException if {@code limit} is below 1
     */
    RemovedBatch eraseBatch(String correlationId, String userId, int limit);

    /**
     * Returns all sessions of a user, active or not, <em>with</em> their content. Pages are small, because each session
     * may be large.
     *
     * @throws InvalidDataException if the user id is not valid
     */
    CursorPage exportSessions(String correlationId, String userId, CursorPaging paging);

    /**
     * Writes a backup of the store's state at one moment during the call. It includes every change acknowledged before
     * the call. If the store rejects the backup, nothing is written.
     *
     * @throws NotSupportedException if the store has its own backup tools; the message names them
     * @throws IOException if the backup cannot be written
     */
    void backUp(String correlationId, OutputStream out) throws IOException;

    private static long removed(IntFunction<RemovedBatch> step) {
        long removed = 0;
        RemovedBatch batch;
        do {
            batch = step.apply(BATCH_SIZE);
            removed += batch.removed();
        } while (batch.more());
        return removed;
    }

    /**
     * Counts the sessions that are active now, and those that were opened and closed in each of the last hours. An
     * expired session counts as closed at its {@linkplain SessionV1#expiresAt last instant}.
     *
     * @param hours the number of clock hours (UTC), including the current one; 1 to
     *              {@value SessionStatistics#MAX_HOURS}
     * @return one entry per hour, including hours without sessions
     * @throws InvalidDataException if the number of hours is out of range
     */
    SessionStatistics statistics(String correlationId, int hours);
}
