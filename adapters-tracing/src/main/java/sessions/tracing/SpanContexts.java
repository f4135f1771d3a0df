package sessions.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.TraceContext;

/** Converts trace contexts between the domain's and OpenTelemetry's form. */
final class SpanContexts {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    private static final TextMapGetter<TraceContext> HEADERS = SpanContexts::header;

    private SpanContexts() {
    }

    /**
     * Returns the context of the caller's span as parent of the service's spans, or the root of a new trace if there is
     * none.
     */
    static Context remote(@Nullable TraceContext caller) {
        return caller == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), caller, HEADERS);
    }

    private static @Nullable String header(@Nullable TraceContext trace, String name) {
        if (trace == null) {
            return null;
        }
        return switch (name) {
            case PARENT -> trace.parent();
            case STATE -> trace.state().isEmpty() ? null : trace.state();
            default -> null;
        };
    }

    static TraceContext of(SpanContext span) {
        String state = span.getTraceState().asMap().entrySet().stream()
                .map(member -> member.getKey() + "=" + member.getValue()).collect(Collectors.joining(","));
        return new TraceContext(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex(), state);
    }
}
