package sessions.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionText;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.SessionAdmin;

/** Operations on many sessions of a store, in batches, at the clock's time. */
final class SessionAdminService implements SessionAdmin {

    private final SessionStore store;
    private final InstantSource clock;
    private final BulkClose closing;
    private final ExpirySweep sweep;

    SessionAdminService(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.closing = new BulkClose(store, clock);
        this.sweep = new ExpirySweep(store, clock, null);
    }

    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        return closing.closeAll(filter);
    }

    @Override
    public ClosedBatch closeBatch(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        return closing.closeBatch(filter, after, limit);
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return closing.count(filter);
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        sweep.run(() -> false);
    }

    @Override
    public RemovedBatch purgeBatch(String correlationId, Instant endedBefore, int limit) {
        int wanted = BatchSize.bounded(limit);
        return removed(store.removal().removeEnded(endedBefore, clock.instant(), wanted), wanted);
    }

    @Override
    public long countSessionsToPurge(String correlationId, Instant endedBefore) {
        return store.removal().countEnded(endedBefore, clock.instant());
    }

    @Override
    public RemovedBatch eraseBatch(String correlationId, String userId, int limit) {
        String user = SessionText.USER_ID.require(userId);
        int wanted = BatchSize.bounded(limit);
        return removed(store.removal().removeOfUser(user, wanted), wanted);
    }

    private static RemovedBatch removed(int count, int wanted) {
        return new RemovedBatch(count, count == wanted);
    }

    @Override
    public CursorPage exportSessions(String correlationId, String userId, CursorPaging paging) {
        SessionFilter filter = SessionFilter.ofUser(userId);
        Instant now = clock.instant();
        return CursorPages.of(paging.limit(MAX_EXPORT_BATCH),
                limit -> store.copies().readAfter(paging.after(), filter, now, limit),
                paging.total() ? store.lists().count(filter, now) : null);
    }

    @Override
    public void backUp(String correlationId, OutputStream out) throws IOException {
        store.backUp(out);
    }

    @Override
    public SessionStatistics statistics(String correlationId, int hours) {
        return StatisticsReader.of(store, hours, clock.instant());
    }
}
