package sessions.rest;

import io.javalin.http.HttpStatus;
import java.util.function.Supplier;

/** What Prometheus scrapes. For whoever has a key, whatever its role: nothing there tells of a session or a user. */
final class MetricsRoutes {

    /** Prometheus' text format. */
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private MetricsRoutes() {
    }

    static void add(Routes routes, Supplier<String> metrics) {
        routes.get("/metrics", ctx -> Answers.text(ctx, HttpStatus.OK.getCode(), MEDIA_TYPE, metrics.get()));
    }
}
