package sessions.client;

import org.jspecify.annotations.Nullable;
import sessions.domain.ClosedBatch;
import sessions.domain.SessionAdmin;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionStatistics;
import sessions.wire.ClosingJson;
import sessions.wire.ResourceAnswer;
import sessions.wire.StatisticsJson;

/**
 * Operations on many sessions of a service elsewhere. Closing is not repeated by itself: it would do no harm, but what the
 * lost attempt closed would be missing in the count.
 */
final class HttpAdmin implements SessionAdmin {

    /** What the service closes at a time, well within the time that a request has. */
    private static final int STEP = 500;

    private final ServiceConnection service;

    HttpAdmin(ServiceConnection service) {
        this.service = service;
    }

    /** Step by step, so that each request is short, however many there are. */
    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        long closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch step = closeSomeSessions(correlationId, filter, after, STEP);
            closed += step.closed();
            after = step.next();
        } while (after != null);
        return closed;
    }

    @Override
    public ClosedBatch closeSomeSessions(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        if (filter.matchesNothing()) {
            return new ClosedBatch(0, null);
        }
        ClosingJson closing = new ClosingJson(filter, false, new ClosingJson.Step(limit, after));
        return service.demand(request(correlationId, closing), ResourceAnswer::step);
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return filter.matchesNothing()
                ? 0
                : service.demand(request(correlationId, new ClosingJson(filter, true, null)).asRepeatable(),
                        ResourceAnswer::closed);
    }

    @Override
    public SessionStatistics statistics(String correlationId, int hours) {
        ServiceRequest request = ServiceRequest.of("GET", "/v2/stats", correlationId)
                .withQuery(StatisticsJson.query(hours)).asRepeatable();
        return service.demand(request, StatisticsJson::read);
    }

    private static ServiceRequest request(String correlationId, ClosingJson closing) {
        return ServiceRequest.of("POST", "/v2/sessions/close", correlationId).withJson(closing.toJson());
    }
}
