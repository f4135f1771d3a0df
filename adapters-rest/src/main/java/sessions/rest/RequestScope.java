package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.MDC;
import sessions.domain.Telemetry;

/**
 * What holds for every request: its correlation id, in the log and in the answer, and answers that no cache may keep.
 */
final class RequestScope {

    private static final String ACTIVITY = Telemetry.Activity.class.getName();

    private RequestScope() {
    }

    /** @param telemetry is told of each request */
    static void register(RoutesConfig routes, Telemetry telemetry) {
        routes.before(ctx -> open(ctx, telemetry.requestBegins()));
        routes.after(RequestScope::close);
    }

    private static void open(Context ctx, Telemetry.Activity activity) {
        ctx.attribute(ACTIVITY, activity);
        CorrelationId id = CorrelationId.of(ctx);
        ctx.attribute(CorrelationId.NAME, id.text());
        MDC.put(CorrelationId.NAME, id.text());
        ctx.header(CorrelationId.HEADER, id.headerValue());
        ctx.header("Cache-Control", "no-cache, no-store, must-revalidate");
        ctx.header("Pragma", "no-cache");
        ctx.header("Expires", "0");
    }

    private static void close(Context ctx) {
        MDC.remove(CorrelationId.NAME);
        Telemetry.Activity activity = ctx.attribute(ACTIVITY);
        if (activity != null) {
            activity.end(Integer.toString(ctx.statusCode()));
        }
    }

    static String correlationId(Context ctx) {
        String id = ctx.attribute(CorrelationId.NAME);
        return id == null ? "" : id;
    }
}
