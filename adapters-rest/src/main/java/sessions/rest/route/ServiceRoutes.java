package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.ServiceStatus;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.wire.service.HealthJson;
import sessions.wire.service.HeartbeatJson;
import sessions.wire.service.StatusJson;

/** Routes about the service itself: heartbeat and status of the contract, and health checks. */
public record ServiceRoutes(Monitoring monitoring) {

    private static final Health ALIVE = new Health(List.of());

    public void addTo(Routes routes) {
        routes.getPublic("/heartbeat", this::heartbeat);
        routes.getPublic("/health/live", ServiceRoutes::live);
        routes.getPublic("/health/ready", this::ready);
        routes.get("/status", this::status);
    }

    /** Returns the current time as a JSON string. */
    private void heartbeat(Context ctx) {
        String time = HeartbeatJson.of(monitoring.heartbeat(RequestScope.correlationId(ctx)));
        Responses.json(ctx, HttpStatus.OK.getCode(), time);
    }

    /** Always UP: a process that answers is live. */
    private static void live(Context ctx) {
        Responses.json(ctx, HttpStatus.OK.getCode(), HealthJson.of(ALIVE));
    }

    private void ready(Context ctx) {
        Health health = monitoring.readiness(RequestScope.correlationId(ctx));
        HttpStatus status = health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        Responses.json(ctx, status.getCode(), HealthJson.of(health));
    }

    private void status(Context ctx) {
        ServiceStatus status = monitoring.status(RequestScope.correlationId(ctx));
        Responses.json(ctx, HttpStatus.OK.getCode(), StatusJson.of(status).toJson());
    }
}
