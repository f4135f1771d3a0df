package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import sessions.wire.SessionJson;
import sessions.wire.StatusJson;

/** The contract's routes about the service itself. */
final class ServiceRoutes {

    private final ServiceInfo info;
    private final InstantSource clock;

    ServiceRoutes(ServiceInfo info, InstantSource clock) {
        this.info = info;
        this.clock = clock;
    }

    /** The current time as a JSON string: the service is alive. */
    void heartbeat(Context ctx) {
        Answers.json(ctx, HttpStatus.OK.getCode(), '"' + SessionJson.time(clock.instant()) + '"');
    }

    void status(Context ctx) {
        Instant now = clock.instant();
        long uptime = Duration.between(info.startTime(), now).toMillis();
        StatusJson status = new StatusJson(info.id(), info.name(), info.description(),
                SessionJson.time(info.startTime()), SessionJson.time(now), uptime, info.components());
        Answers.json(ctx, HttpStatus.OK.getCode(), status.toJson());
    }
}
