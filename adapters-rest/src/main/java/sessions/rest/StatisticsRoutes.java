package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driving.SessionAdmin;
import sessions.wire.service.StatisticsJson;

/** How many sessions there are, and how many came and went. */
final class StatisticsRoutes {

    private final SessionAdmin admin;

    StatisticsRoutes(SessionAdmin admin) {
        this.admin = admin;
    }

    void addTo(Routes routes) {
        routes.get("/v2/stats", Headers.only(this::statistics));
    }

    private void statistics(Context ctx) {
        int hours = StatisticsJson.hours(Query.parameters(ctx));
        SessionStatistics statistics = admin.statistics(RequestScope.correlationId(ctx), hours);
        Answers.json(ctx, HttpStatus.OK.getCode(), StatisticsJson.of(statistics));
    }
}
