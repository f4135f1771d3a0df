package sessions.application.intercept;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driving.SessionAdmin;

/**
 * Operations on many sessions with an interceptor. Closing, purging or erasing all sessions is one call, not one per
 * batch.
 */
final class InterceptedAdmin implements SessionAdmin {

    private final SessionAdmin admin;
    private final Interceptor interceptor;

    InterceptedAdmin(SessionAdmin admin, Interceptor interceptor) {
        this.admin = admin;
        this.interceptor = interceptor;
    }

    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        return interceptor.around(PortCall.onUser(Operation.CLOSE_MATCHING, correlationId, filter.userId()),
                () -> admin.closeSessions(correlationId, filter));
    }

    @Override
    public ClosedBatch closeBatch(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        return interceptor.around(PortCall.onUser(Operation.CLOSE_MATCHING, correlationId, filter.userId()),
                () -> admin.closeBatch(correlationId, filter, after, limit));
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return interceptor.around(PortCall.onUser(Operation.COUNT_TO_CLOSE, correlationId, filter.userId()),
                () -> admin.countSessionsToClose(correlationId, filter));
    }

    @Override
    public long purgeSessions(String correlationId, Instant endedBefore) {
        return interceptor.around(PortCall.of(Operation.PURGE, correlationId),
                () -> admin.purgeSessions(correlationId, endedBefore));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        interceptor.aroundAction(PortCall.of(Operation.CLOSE_EXPIRED, correlationId),
                () -> admin.closeExpiredSessions(correlationId));
    }

    @Override
    public RemovedBatch purgeBatch(String correlationId, Instant endedBefore, int limit) {
        return interceptor.around(PortCall.of(Operation.PURGE, correlationId),
                () -> admin.purgeBatch(correlationId, endedBefore, limit));
    }

    @Override
    public long countSessionsToPurge(String correlationId, Instant endedBefore) {
        return interceptor.around(PortCall.of(Operation.COUNT_TO_PURGE, correlationId),
                () -> admin.countSessionsToPurge(correlationId, endedBefore));
    }

    @Override
    public long eraseSessions(String correlationId, String userId) {
        return interceptor.around(PortCall.onUser(Operation.ERASE, correlationId, userId),
                () -> admin.eraseSessions(correlationId, userId));
    }

    @Override
    public RemovedBatch eraseBatch(String correlationId, String userId, int limit) {
        return interceptor.around(PortCall.onUser(Operation.ERASE, correlationId, userId),
                () -> admin.eraseBatch(correlationId, userId, limit));
    }

    @Override
    public CursorPage exportSessions(String correlationId, String userId, CursorPaging paging) {
        return interceptor.around(PortCall.onUser(Operation.EXPORT, correlationId, userId),
                () -> admin.exportSessions(correlationId, userId, paging));
    }

    @Override
    public void backUp(String correlationId, OutputStream out) throws IOException {
        interceptor.aroundAction(PortCall.of(Operation.BACK_UP, correlationId), () -> admin.backUp(correlationId, out));
    }

    @Override
    public SessionStatistics statistics(String correlationId, int hours) {
        return interceptor.around(PortCall.of(Operation.GET_STATISTICS, correlationId),
                () -> admin.statistics(correlationId, hours));
    }
}
