package sessions.rest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import org.slf4j.MDC;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.CorrelationId;
import sessions.transport.ResponseHeaders;

/** Sets up every request: correlation id in log and response, trace, and headers that forbid caching the response. */
public final class RequestScope {

    /** Paths that probes poll. Telemetry does not count them as requests: a 503 would look like a failed request. */
    private static final Set<String> PROBED = Set.of("/health/live", "/health/ready", "/heartbeat", "/metrics");

    private RequestScope() {
    }

    /**
     * Registers the handlers that run before and after every request.
     *
     * @param telemetry receives each request, except requests of probes
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

    /**
     * Takes the correlation id from the query parameter, otherwise from the header of the same name (both are the
     * contract's), otherwise from the usual header.
     */
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

    /** Returns the request's correlation id; empty before the request is set up. */
    public static String correlationId(Context ctx) {
        String id = ctx.attribute(CorrelationId.NAME);
        return id == null ? "" : id;
    }
}
