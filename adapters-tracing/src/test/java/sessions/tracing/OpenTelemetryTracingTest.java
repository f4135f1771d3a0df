package sessions.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;
import sessions.testkit.server.OtlpReceiver;
import sessions.testkit.server.OtlpReceiver.Received;

class OpenTelemetryTracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final OtlpReceiver collector = new OtlpReceiver();
    private final OpenTelemetryTracing tracing = OpenTelemetryTracing.start(collector.endpoint(), "1.2.3");

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void requestIsASpanInTheCallersTraceWithStoreCallsAsChildren() {
        Telemetry.Activity request = tracing
                .requestStarted(new TraceContext(TRACE, SPAN, "01", "vendor=a,other=b"));
        TraceContext own = Objects.requireNonNull(request.trace());
        assertThat(own.traceId()).isEqualTo(TRACE);
        assertThat(own.state()).isEqualTo("vendor=a,other=b");
        Telemetry.Activity call = tracing.callStarted("open_session");
        tracing.storeCallStarted("insert").end("ok");
        call.end("ok");
        request.end("201");
        Map<String, String> service = exportedSpans().getFirst().service();
        assertThat(service).containsEntry("service.name", "sessions").containsEntry("service.version", "1.2.3");
        assertThat(collector.spans()).satisfiesExactlyInAnyOrder(
                span -> assertThat(span).isEqualTo(new Received("open_session", "SPAN_KIND_SERVER", TRACE, own.spanId(),
                        SPAN, false, Map.of("http.response.status_code", "201"), service)),
                span -> assertThat(span).isEqualTo(new Received("store insert", "SPAN_KIND_CLIENT", TRACE,
                        span.spanId(), own.spanId(), false, Map.of("db.operation.name", "insert"), service)));
    }

    @Test
    void spansDistinguishRejectionsFromFailures() {
        Telemetry.Activity rejected = tracing.requestStarted(null);
        tracing.callStarted("store_session_data").end("session_closed");
        rejected.end("409");
        Telemetry.Activity failed = tracing.requestStarted(null);
        Telemetry.Activity call = tracing.callStarted("get_session_by_id");
        tracing.storeCallStarted("find").end("store_unavailable");
        call.end("store_unavailable");
        failed.end("503");
        tracing.requestStarted(null).end("404");
        assertThat(exportedSpans()).satisfiesExactlyInAnyOrder(
                span -> assertOutcome(span, "store_session_data", false, "session_closed"),
                span -> assertOutcome(span, "store find", true, "store_unavailable"),
                span -> assertOutcome(span, "get_session_by_id", true, "store_unavailable"),
                span -> assertOutcome(span, "request", false, null));
        assertThat(collector.spans().stream().map(Received::traceId).distinct()).hasSize(3);
    }

    @Test
    void callsOutsideRequestsAreNotTraced() {
        tracing.requestStarted(null).end("200");
        tracing.storeCallStarted("close_expired").end("ok");
        assertThat(exportedSpans()).extracting(Received::name).containsExactly("request");
    }

    @Test
    void doesNotRecordIfTheCallerDoesNot() {
        Telemetry.Activity request = tracing.requestStarted(new TraceContext(TRACE, SPAN, "00", ""));
        assertThat(Objects.requireNonNull(request.trace()).traceId()).isEqualTo(TRACE);
        request.end("200");
        assertThat(exportedSpans()).isEmpty();
    }

    /** Closes the tracing, which sends the remaining spans, and returns all that the collector received. */
    private List<Received> exportedSpans() {
        tracing.close();
        return collector.spans();
    }

    private static void assertOutcome(Received span, String name, boolean failed,
            @Nullable String error) {
        assertThat(span.name()).isEqualTo(name);
        assertThat(span.failed()).isEqualTo(failed);
        assertThat(span.attributes().get("error.type")).isEqualTo(error);
    }
}
