package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import sessions.domain.Monitoring;
import sessions.domain.ServiceStatus;
import sessions.wire.HeartbeatJson;
import sessions.wire.StatusJson;

/** The contract's routes about the service itself. */
final class ServiceRoutes {

    private final Monitoring monitoring;

    ServiceRoutes(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    void addTo(Routes routes) {
        routes.getPublic("/heartbeat", this::heartbeat);
        routes.get("/status", this::status);
    }

    /** The current time as a JSON string. */
    private void heartbeat(Context ctx) {
        String time = HeartbeatJson.of(monitoring.heartbeat(RequestScope.correlationId(ctx)));
        Answers.json(ctx, HttpStatus.OK.getCode(), time);
    }

    private void status(Context ctx) {
        ServiceStatus status = monitoring.status(RequestScope.correlationId(ctx));
        Answers.json(ctx, HttpStatus.OK.getCode(), StatusJson.of(status).toJson());
    }
}
