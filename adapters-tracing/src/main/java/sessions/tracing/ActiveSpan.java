package sessions.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;

/** A span that lasts, and is the current one of its thread. */
abstract class ActiveSpan implements Telemetry.Activity {

    private final Span span;
    private final Scope scope;

    /** @param parent what it is part of */
    @SuppressWarnings("MustBeClosedChecker") // the end closes it
    ActiveSpan(Span span, Context parent) {
        this.span = span;
        scope = span.storeInContext(parent).makeCurrent();
    }

    /** Says on the span what became of it. */
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
