package sessions.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;

/**
 * Traces requests: one span for each, named after its command, with one child span per store call. Spans are sent to a
 * collector by OTLP over HTTP. Work outside requests, such as sweeps, is not traced.
 */
public final class OpenTelemetryTracing implements Telemetry, AutoCloseable {

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");

    /** Name of the span of a request that was rejected before it called a command. */
    private static final String NO_COMMAND = "request";

    private static final String OK = "ok";

    /** Outcomes that are failures of the service or the store. */
    private static final Set<String> FAULTS = Set.of("internal", "store_unavailable", "service_unavailable");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    OpenTelemetryTracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        tracer = sdk.getTracer("sessions");
    }

    /**
     * Starts tracing, as configured by OpenTelemetry's standard environment variables.
     *
     * @param endpoint the collector's base URL, to which {@code /v1/traces} is added; null if a variable sets it
     * @param version of the service
     */
    public static OpenTelemetryTracing start(@Nullable URI endpoint, String version) {
        return new OpenTelemetryTracing(TracingSdk.configured(endpoint, version));
    }

    @Override
    public Activity requestStarted(@Nullable TraceContext caller) {
        Context parent = SpanContexts.remote(caller);
        Span span = tracer.spanBuilder(NO_COMMAND).setParent(parent).setSpanKind(SpanKind.SERVER).startSpan();
        return new ActiveSpan(span, parent) {
            @Override
            void describe(String status) {
                span.setAttribute(STATUS, Long.parseLong(status));
                if (status.startsWith("5")) {
                    span.setStatus(StatusCode.ERROR);
                }
            }
        };
    }

    /** Names the request's span after the command. */
    @Override
    public Activity callStarted(String command) {
        Span request = Span.current();
        request.updateName(command);
        return outcome -> describe(request, outcome);
    }

    @Override
    public Activity storeCallStarted(String operation) {
        if (!Span.current().getSpanContext().isValid()) {
            return Activity.NONE;
        }
        Span span = tracer.spanBuilder("store " + operation).setSpanKind(SpanKind.CLIENT)
                .setAttribute(OPERATION, operation).startSpan();
        return new ActiveSpan(span, Context.current()) {
            @Override
            void describe(String outcome) {
                OpenTelemetryTracing.describe(span, outcome);
            }
        };
    }

    private static void describe(Span span, String outcome) {
        if (!outcome.equals(OK)) {
            span.setAttribute(ERROR, outcome);
        }
        if (FAULTS.contains(outcome)) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** Sends the remaining spans, for a few seconds at most. */
    @Override
    public void close() {
        sdk.close();
    }
}
