package sessions.rest.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Optional;
import org.slf4j.MDC;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;
import sessions.transport.RequestAttributes;

/**
 * Reports a request to telemetry, with the trace context of its caller (W3C Trace Context). If the service records
 * traces, its own trace context is returned in the header {@code traceresponse} (level 2 of that standard, a draft).
 */
final class RequestTracing {

    private static final String ACTIVITY = Telemetry.Activity.class.getName();
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final String RESPONSE = "traceresponse";

    private RequestTracing() {
    }

    static void begin(Context ctx, Telemetry telemetry) {
        Optional<TraceContext> caller = caller(ctx);
        Telemetry.Activity activity = telemetry.requestStarted(caller.orElse(null));
        ctx.attribute(ACTIVITY, activity);
        Optional<TraceContext> own = Optional.ofNullable(activity.trace());
        own.ifPresent(trace -> ctx.header(RESPONSE, trace.parent()));
        own.or(() -> caller).ifPresent(trace -> {
            ctx.attribute(RequestAttributes.TRACE_ID, trace.traceId());
            MDC.put(RequestAttributes.TRACE_ID, trace.traceId());
        });
    }

    static void end(Context ctx) {
        Telemetry.Activity activity = ctx.attribute(ACTIVITY);
        if (activity != null) {
            activity.end(Integer.toString(ctx.statusCode()));
        }
        MDC.remove(RequestAttributes.TRACE_ID);
    }

    private static Optional<TraceContext> caller(Context ctx) {
        String parent = ctx.header(PARENT);
        return parent == null
                ? Optional.empty()
                : TraceContext.parse(parent, String.join(",", Collections.list(ctx.req().getHeaders(STATE))));
    }
}
