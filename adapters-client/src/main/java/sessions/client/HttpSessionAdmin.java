package sessions.client;

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
import sessions.domain.model.SessionText;
import sessions.domain.port.driving.SessionAdmin;
import sessions.wire.command.CommandArguments;
import sessions.wire.resource.ClosingJson;
import sessions.wire.resource.ExportLines;
import sessions.wire.resource.ListQuery;
import sessions.wire.resource.PurgeJson;
import sessions.wire.resource.RemovalJson;
import sessions.wire.resource.ResourceResponse;
import sessions.wire.service.StatisticsJson;

/**
 * Operations on many sessions of a remote service. Closing by filter and deleting are not repeated automatically:
 * repeating them is harmless, but the count would not include the sessions of the lost attempt. Closing expired sessions
 * returns no count and is repeated.
 */
final class HttpSessionAdmin implements SessionAdmin {

    private final ServiceConnection service;

    HttpSessionAdmin(ServiceConnection service) {
        this.service = service;
    }

    /** Closes in batches, so that each request is short regardless of the number of sessions. */
    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        long closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch batch = closeBatch(correlationId, filter, after, BATCH_SIZE);
            closed += batch.closed();
            after = batch.next();
        } while (after != null);
        return closed;
    }

    @Override
    public ClosedBatch closeBatch(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        if (filter.matchesNothing()) {
            return new ClosedBatch(0, null);
        }
        ClosingJson closing = new ClosingJson(filter, false, new ClosingJson.Batch(limit, after));
        return service.fetch(request(correlationId, closing), ResourceResponse::batch);
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return filter.matchesNothing()
                ? 0
                : service.fetch(request(correlationId, new ClosingJson(filter, true, null)).asRepeatable(),
                        ResourceResponse::closed);
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        service.execute(ServiceRequest.command("close_expired_sessions", correlationId, CommandArguments.NONE)
                .asRepeatable());
    }

    @Override
    public RemovedBatch purgeBatch(String correlationId, Instant endedBefore, int limit) {
        return service.fetch(request(correlationId, new PurgeJson(endedBefore, false, limit)), RemovalJson::batch);
    }

    @Override
    public long countSessionsToPurge(String correlationId, Instant endedBefore) {
        return service.fetch(request(correlationId, new PurgeJson(endedBefore, true, null)).asRepeatable(),
                RemovalJson::removed);
    }

    @Override
    public RemovedBatch eraseBatch(String correlationId, String userId, int limit) {
        ServiceRequest request = ServiceRequest.of("DELETE", ofUser(userId) + "/sessions", correlationId)
                .withQuery(RemovalJson.query(limit));
        return service.fetch(request, RemovalJson::batch);
    }

    @Override
    public CursorPage exportSessions(String correlationId, String userId, CursorPaging paging) {
        CursorPaging part = new CursorPaging(paging.after(), paging.limit(MAX_EXPORT_BATCH), false);
        ServiceRequest request = ServiceRequest.of("GET", ofUser(userId) + "/export", correlationId)
                .withQuery(ExportLines.query(part)).asRepeatable();
        Long total = paging.total() ? count(correlationId, userId) : null;
        return service.fetchResponse(request,
                response -> new CursorPage(ExportLines.read(response.body(ExportLines.MEDIA_TYPE)), response.next(),
                        total));
    }

    private @Nullable Long count(String correlationId, String userId) {
        ListQuery query = new ListQuery(SessionFilter.ofUser(userId), new CursorPaging(null, 1, true));
        ServiceRequest request = ServiceRequest.of("GET", "/v2/sessions", correlationId).withQuery(query.parameters())
                .asRepeatable();
        return service.fetch(request, ResourceResponse::cursorPage).total();
    }

    @Override
    public SessionStatistics statistics(String correlationId, int hours) {
        ServiceRequest request = ServiceRequest.of("GET", "/v2/stats", correlationId)
                .withQuery(StatisticsJson.query(hours)).asRepeatable();
        return service.fetch(request, StatisticsJson::read);
    }

    @Override
    public void backUp(String correlationId, OutputStream out) throws IOException {
        service.download(ServiceRequest.of("GET", "/v2/backup", correlationId), out);
    }

    private static String ofUser(String userId) {
        return "/v2/users/" + ServiceRequest.segment(SessionText.USER_ID.require(userId));
    }

    private static ServiceRequest request(String correlationId, PurgeJson purge) {
        return ServiceRequest.of("POST", "/v2/sessions/purge", correlationId).withJson(purge.toJson());
    }

    private static ServiceRequest request(String correlationId, ClosingJson closing) {
        return ServiceRequest.of("POST", "/v2/sessions/close", correlationId).withJson(closing.toJson());
    }
}
