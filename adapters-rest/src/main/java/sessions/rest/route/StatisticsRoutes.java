package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driving.SessionAdmin;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.wire.service.StatisticsJson;

/** The route that returns the number of active sessions, and the sessions opened and closed per hour. */
public record StatisticsRoutes(SessionAdmin admin) {

    public void addTo(Routes routes) {
        routes.get("/v2/stats", ConditionalHeaders.only(this::statistics));
    }

    private void statistics(Context ctx) {
        int hours = StatisticsJson.hours(QueryParameters.parameters(ctx));
        SessionStatistics statistics = admin.statistics(RequestScope.correlationId(ctx), hours);
        Responses.json(ctx, HttpStatus.OK.getCode(), StatisticsJson.of(statistics));
    }
}
