package sessions.rest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.slf4j.MDC;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.CorrelationId;
import sessions.transport.ResponseHeaders;

/** Sets up every request: its correlation id in log and response, its trace, and a response that no cache may store. */
public final class RequestScope {

    /** Probes call these at an interval. They do not count as requests: a 503 would look like an error of a caller. */
    private static final Set<String> PROBED = Set.of("/health/live", "/health/ready", "/heartbeat", "/metrics");

    private RequestScope() {
    }

    /**
     * Registers what runs before and after every request.
     *
     * @param telemetry receives each request, except those of probes
     */
    public static void register(RoutesConfig routes, Telemetry telemetry) {
        routes.before(ctx -> {
            open(ctx);
            RequestTracing.begin(ctx, PROBED.contains(ctx.path()) ? Telemetry.NONE : telemetry);
        });
        routes.after(ctx -> {
            RequestTracing.end(ctx);
            MDC.remove(CorrelationId.NAME);
        });
    }

    /** The query parameter wins over the header of that name (both are the contract's), and that over the usual header. */
    private static void open(Context ctx) {
        CorrelationId id = CorrelationId.of(ctx.queryParam(CorrelationId.NAME), ctx.header(CorrelationId.NAME),
                ctx.header(CorrelationId.HEADER));
        ctx.attribute(CorrelationId.NAME, id.text());
        MDC.put(CorrelationId.NAME, id.text());
        ctx.header(CorrelationId.HEADER, id.headerValue());
        ctx.header("Cache-Control", ResponseHeaders.NOT_CACHED);
        ctx.header("Pragma", "no-cache");
        ctx.header("Expires", "0");
    }

    public static String correlationId(Context ctx) {
        String id = ctx.attribute(CorrelationId.NAME);
        return id == null ? "" : id;
    }
}
