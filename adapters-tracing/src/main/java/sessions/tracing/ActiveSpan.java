package sessions.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;

/** A span that has not ended yet and is the current span of its thread. */
abstract class ActiveSpan implements Telemetry.Activity {

    private final Span span;
    private final Scope scope;

    /** @param parent the context that the span belongs to */
    @SuppressWarnings("MustBeClosedChecker") // end() closes it
    ActiveSpan(Span span, Context parent) {
        this.span = span;
        scope = span.storeInContext(parent).makeCurrent();
    }

    /** Records the outcome on the span. */
    abstract void describe(String outcome);

    @Override
    public TraceContext trace() {
        return SpanContexts.of(span.getSpanContext());
    }

    @Override
    public void end(String outcome) {
        describe(outcome);
        scope.close();
        span.end();
    }
}
