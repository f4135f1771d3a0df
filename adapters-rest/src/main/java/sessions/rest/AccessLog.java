package sessions.rest;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.domain.access.Caller;
import sessions.transport.CorrelationId;
import sessions.transport.RequestAttributes;

/**
 * One line for each request, also for those that came no further than the server, on a logger of its own. A line names the route
 * and not the path, which may hold a session id; requests of no route have none.
 */
final class AccessLog implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.access");

    private static final String NONE = "-";

    private static final long NANOS_PER_TENTH = Duration.ofMillis(1).toNanos() / 10;

    /** Notes where a request goes. */
    static void note(Context ctx, String route) {
        ctx.attribute(RequestAttributes.ROUTE, route);
    }

    /** Notes whose request it is. */
    static void note(Context ctx, Caller caller) {
        ctx.attribute(RequestAttributes.CALLER, caller.name());
    }

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String route = text(request, RequestAttributes.ROUTE);
        String caller = text(request, RequestAttributes.CALLER);
        Object status = Objects.requireNonNullElse(request.getAttribute(RequestAttributes.STATUS), response.getStatus());
        double millis = Math.round((double) (System.nanoTime() - request.getBeginNanoTime()) / NANOS_PER_TENTH) / 10.0;
        MDC.put(CorrelationId.NAME, text(request, CorrelationId.NAME));
        if (request.getAttribute(RequestAttributes.TRACE_ID) instanceof String trace) {
            MDC.put(RequestAttributes.TRACE_ID, trace);
        }
        try {
            LOG.atInfo().addKeyValue("method", request.getMethod()).addKeyValue("route", route)
                    .addKeyValue("status", status).addKeyValue("duration_ms", millis)
                    .addKeyValue("caller", caller).addKeyValue("address", Request.getRemoteAddr(request))
                    .log(request.getMethod() + " " + route + " " + status + " " + millis + " ms "
                            + caller);
        } finally {
            MDC.remove(CorrelationId.NAME);
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private static String text(Request request, String attribute) {
        String text = Objects.toString(request.getAttribute(attribute), "");
        return text.isEmpty() ? NONE : text;
    }
}
