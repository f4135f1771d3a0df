package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.slf4j.MDC;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.CorrelationId;

/**
 * What holds for every request: its correlation id, in the log and in the answer, and answers that no cache may keep.
 */
final class RequestScope {

    /** They come at an interval and tell of no caller; what they are answered must not pass for errors of callers. */
    private static final Set<String> OF_PROBES = Set.of("/health/live", "/health/ready", "/heartbeat", "/metrics");

    private RequestScope() {
    }

    /** @param telemetry is told of each request but those of probes */
    static void register(RoutesConfig routes, Telemetry telemetry) {
        routes.before(ctx -> {
            open(ctx);
            TracedRequest.begin(ctx, OF_PROBES.contains(ctx.path()) ? Telemetry.NONE : telemetry);
        });
        routes.after(ctx -> {
            TracedRequest.end(ctx);
            MDC.remove(CorrelationId.NAME);
        });
    }

    /** The query parameter wins over the header of that name (both the contract's), and that over the usual header. */
    private static void open(Context ctx) {
        CorrelationId id = CorrelationId.of(ctx.queryParam(CorrelationId.NAME), ctx.header(CorrelationId.NAME),
                ctx.header(CorrelationId.HEADER));
        ctx.attribute(CorrelationId.NAME, id.text());
        MDC.put(CorrelationId.NAME, id.text());
        ctx.header(CorrelationId.HEADER, id.headerValue());
        ctx.header("Cache-Control", Answers.NOT_CACHED);
        ctx.header("Pragma", "no-cache");
        ctx.header("Expires", "0");
    }

    static String correlationId(Context ctx) {
        String id = ctx.attribute(CorrelationId.NAME);
        return id == null ? "" : id;
    }
}
