package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.MDC;

/**
 * What holds for every request: its correlation id, in the log and in the answer, and answers that no cache may keep.
 */
final class RequestScope {

    private RequestScope() {
    }

    static void register(RoutesConfig routes) {
        routes.before(RequestScope::open);
        routes.after(_ -> MDC.remove(CorrelationId.NAME));
    }

    private static void open(Context ctx) {
        CorrelationId id = CorrelationId.of(ctx);
        ctx.attribute(CorrelationId.NAME, id.text());
        MDC.put(CorrelationId.NAME, id.text());
        ctx.header(CorrelationId.HEADER, id.headerValue());
        ctx.header("Cache-Control", "no-cache, no-store, must-revalidate");
        ctx.header("Pragma", "no-cache");
        ctx.header("Expires", "0");
    }

    static String correlationId(Context ctx) {
        String id = ctx.attribute(CorrelationId.NAME);
        return id == null ? "" : id;
    }
}
