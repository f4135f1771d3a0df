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

/** What operators do to many sessions at once, and see of them. A driving port beside {@link ISessionsV1}. */
public interface SessionAdmin {

    /** How many sessions whoever walks on step by step best asks for at a time: well within the time of a request. */
    int BATCH_SIZE = 500;

    /** How many whole sessions an export gives at a time at the most: few, as each may hold some MiB of content. */
    int MAX_EXPORT_BATCH = 20;

    /**
     * Closes all matching sessions that are active when the call begins, in bounded steps. Where it fails half-way, what
     * was closed stays closed, and the call can be repeated.
     *
     * @param filter which sessions; must restrict by something but {@code active}, which does not matter
     * @return how many sessions were closed
     * @throws InvalidDataException where the filter does not restrict
     */
    long closeSessions(String correlationId, SessionFilter filter);

    /**
     * One step of {@link #closeSessions}, for callers that want to see it go on or have little time: closes some matching
     * sessions that are active now. Sessions that are opened while a caller walks on are not met.
     *
     * @param after where the step before said that the next goes on, or null for the first
     * @param limit how many sessions to close at the most, at least 1; a service may do fewer at a time
     * @throws InvalidDataException where the filter does not restrict, or naming {@code limit} where that is below 1
     */
    ClosedBatch closeBatch(String correlationId, SessionFilter filter, @Nullable SessionCursor after, int limit);

    /** How many sessions {@link #closeSessions} would close now, with the same refusals; nothing changes. */
    long countSessionsToClose(String correlationId, SessionFilter filter);

    /** Makes the end of every expired session permanent. No reader can see whether this has run. */
    void closeExpiredSessions(String correlationId);

    /**
     * Removes for good all sessions that ended before a time, in bounded steps. Where it fails half-way, what was removed
     * stays removed, and the call can be repeated.
     *
     * @param endedBefore the time; a session that ended at it stays. An expired session ended at its
     *                    {@linkplain SessionV1#expiresAt last instant}
     * @return how many sessions were removed
     */
    default long purgeSessions(String correlationId, Instant endedBefore) {
        return removed(limit -> purgeBatch(correlationId, endedBefore, limit));
    }

    /**
     * One step of {@link #purgeSessions}.
     *
     * @param limit how many sessions to remove at the most, at least 1; a service may do fewer at a time
     * @throws InvalidDataException naming {@code limit} where that is below 1
     */
    RemovedBatch purgeBatch(String correlationId, Instant endedBefore, int limit);

    /** How many sessions {@link #purgeSessions} would remove now; nothing changes. */
    long countSessionsToPurge(String correlationId, Instant endedBefore);

    /**
     * Removes for good all sessions of a user, whatever their state, in bounded steps, until none is found: those that are
     * opened meanwhile go as well. Where it fails half-way, what was removed stays removed, and the call can be repeated.
     *
     * @return how many sessions were removed
     * @throws InvalidDataException where no session can have such a user id
     */
    default long eraseSessions(String correlationId, String userId) {
        return removed(limit -> eraseBatch(correlationId, userId, limit));
    }

    /**
     * One step of {@link #eraseSessions}, with the same refusals.
     *
     * @param limit how many sessions to remove at the most, at least 1; a service may do fewer at a time
     * @throws InvalidDataException naming {@code limit} where that is below 1
     */
    RemovedBatch eraseBatch(String correlationId, String userId, int limit);

    /**
     * All that is kept of a user's sessions, whatever their state: the sessions <em>with</em> their content. A service gives
     * few at a time, because each may be large.
     *
     * @throws InvalidDataException where no session can have such a user id
     */
    CursorPage exportSessions(String correlationId, String userId, CursorPaging paging);

    /**
     * Writes a backup of the store as it is at one moment during the call, with everything that was acknowledged before.
     * Nothing is written where that is refused.
     *
     * @throws NotSupportedException where the store has tools of its own for that; the message names them
     * @throws IOException where the backup cannot be written
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
     * How many sessions are active now, and how many were opened and closed in each of the last hours. An expired session
     * counts as closed at its {@linkplain SessionV1#expiresAt last instant}.
     *
     * @param hours how many hours of the clock (UTC), the present one included; 1 to
     *              {@value SessionStatistics#MAX_HOURS}
     * @return each of these hours, also those in which nothing happened
     * @throws InvalidDataException where there are fewer or more
     */
    SessionStatistics statistics(String correlationId, int hours);
}
