package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.MDC;

/**
 * What holds for every request: its correlation id, in the log and in the answer, and answers that no cache may keep.
 */
final class RequestScope {

    private static final String NAME = "correlation_id";

    private RequestScope() {
    }

    static void register(RoutesConfig routes) {
        routes.before(RequestScope::open);
        routes.after(_ -> MDC.remove(NAME));
    }

    private static void open(Context ctx) {
        CorrelationId id = CorrelationId.of(ctx);
        ctx.attribute(NAME, id.text());
        MDC.put(NAME, id.text());
        ctx.header(CorrelationId.HEADER, id.headerValue());
        ctx.header("Cache-Control", "no-cache, no-store, must-revalidate");
        ctx.header("Pragma", "no-cache");
        ctx.header("Expires", "0");
    }

    static String correlationId(Context ctx) {
        String id = ctx.attribute(NAME);
        return id == null ? "" : id;
    }

}
