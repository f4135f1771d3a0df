package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.server.HttpCalls;

/** Telemetry of requests, and the trace in responses and in the log. */
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final TraceContext OWN = new TraceContext(TRACE, "b7ad6b7169203331", "01", "");

    private final AtomicReference<@Nullable String> logged = new AtomicReference<>();

    @Test
    void everyRequestIsReportedWithItsStatusExceptProbes() {
        RecordingTelemetry telemetry = new RecordingTelemetry();
        try (HttpApiFixture api = HttpApiFixture.start(telemetry, new FailingSessions(() -> {
            throw new IllegalStateException("broken");
        }))) {
            for (String path : new String[]{"/health/live", "/health/ready", "/heartbeat", "/status", "/nowhere",
                    "/v2/sessions?mistyped=1"}) {
                api.calls().get(path);
            }
            api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}");
        }
        assertThat(telemetry.events()).containsExactly("request: 200", "request: 404", "request: 400",
                "request: 500");
    }

    @Test
    void traceOfTheCallerIsLoggedAndPassedToTelemetry() {
        AtomicReference<@Nullable TraceContext> received = new AtomicReference<>();
        Telemetry telemetry = new Telemetry() {
            @Override
            public Activity requestStarted(@Nullable TraceContext caller) {
                received.set(caller);
                return Activity.NONE;
            }
        };
        HttpCalls.Reply reply = call(telemetry, Map.of("traceparent", CALLER, "tracestate", "a=1"));
        assertThat(received.get()).isEqualTo(new TraceContext(TRACE, "00f067aa0ba902b7", "01", "a=1"));
        assertThat(logged.get()).isEqualTo(TRACE);
        assertThat(reply.header("traceresponse")).isNull();
    }

    @Test
    void traceresponseReturnsTheTraceOfTheService() {
        Telemetry telemetry = new Telemetry() {
            @Override
            public Activity requestStarted(@Nullable TraceContext caller) {
                return new Activity() {
                    @Override
                    public TraceContext trace() {
                        return OWN;
                    }

                    @Override
                    public void end(String outcome) {
                        assertThat(outcome).isEqualTo("200");
                    }
                };
            }
        };
        assertThat(call(telemetry, Map.of()).header("traceresponse")).isEqualTo(OWN.parent());
        assertThat(logged.get()).isEqualTo(TRACE);
    }

    @Test
    void noTraceIsLoggedOrReturnedWithoutTracing() {
        assertThat(call(Telemetry.NONE, Map.of()).header("traceresponse")).isNull();
        assertThat(logged.get()).isNull();
        assertThat(call(Telemetry.NONE, Map.of("traceparent", "malformed")).status()).isEqualTo(200);
        assertThat(logged.get()).isNull();
    }

    @Test
    void accessLogHasTheTraceOfItsOwnRequestOnly() throws InterruptedException {
        BlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.prepareForDeferredProcessing();
                lines.add(line);
            }
        };
        appender.start();
        Logger log = (Logger) LoggerFactory.getLogger("sessions.access");
        log.setLevel(Level.INFO);
        log.addAppender(appender);
        try {
            call(Telemetry.NONE, Map.of("traceparent", CALLER));
            assertThat(lines.take().getMDCPropertyMap()).containsEntry("trace_id", TRACE);
            call(Telemetry.NONE, Map.of());
            assertThat(lines.take().getMDCPropertyMap()).doesNotContainKey("trace_id");
        } finally {
            log.detachAppender(appender);
            log.setLevel(null);
        }
    }

    /** Calls a command and records the trace id in the log's diagnostic context while the use case runs. */
    private HttpCalls.Reply call(Telemetry telemetry, Map<String, String> headers) {
        try (HttpApiFixture api = HttpApiFixture.start(telemetry, new FailingSessions(() -> {
            logged.set(MDC.get("trace_id"));
            return Fixtures.session("user", Fixtures.NOON);
        }))) {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Content-Type", "application/json");
            return api.calls().send("POST", "/v1/sessions/get_session_by_id", all,
                    "{\"session_id\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
