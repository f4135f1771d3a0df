package sessions.rest.route;

import io.javalin.http.HttpStatus;
import java.util.function.Supplier;
import sessions.rest.http.Responses;

/**
 * The route that Prometheus scrapes. Any role may read it, because the metrics contain nothing about a session or a
 * user.
 */
public final class MetricsRoutes {

    /** Prometheus' text format. */
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private MetricsRoutes() {
    }

    public static void add(Routes routes, Supplier<String> metrics) {
        routes.get("/metrics", ctx -> Responses.text(ctx, HttpStatus.OK.getCode(), MEDIA_TYPE, metrics.get()));
    }
}
