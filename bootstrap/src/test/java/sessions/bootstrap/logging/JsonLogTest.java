package sessions.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.application.intercept.AuditEvent;
import sessions.application.intercept.AuditEvent.Outcome;
import sessions.bootstrap.CapturedLog;
import sessions.domain.access.Caller;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as JSON lines, read by a parser that rejects duplicate names. */
class JsonLogTest {

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Test
    void lineHasItsPartsByName() {
        JsonNode line = line(() -> {
            MDC.put("correlation_id", "c1");
            new AuditLogger().add(new AuditEvent("close_session", Outcome.DONE, null, Caller.anonymous("192.0.2.7"),
                    "192.0.2.7", "c1", "f2ae05…", "42", null));
            MDC.remove("correlation_id");
        });
        assertThat(line.get("@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("logger_name").asString()).isEqualTo("sessions.audit");
        assertThat(line.get("correlation_id").asString()).isEqualTo("c1");
        assertThat(line.get("operation").asString()).isEqualTo("close_session");
        assertThat(line.get("session").asString()).isEqualTo("f2ae05…");
        assertThat(line.get("message").asString()).startsWith("close_session done: ");
    }

    @Test
    void stackTraceIsPartOfItsLine() {
        JsonNode line = line(() -> LoggerFactory.getLogger("sessions.test").warn("two\nlines",
                new IllegalStateException("broken")));
        assertThat(line.get("message").asString()).isEqualTo("two\nlines");
        assertThat(line.get("stack_trace").asString()).startsWith("java.lang.IllegalStateException: broken");
    }

    private static JsonNode line(Runnable logging) {
        try (CapturedLog log = CapturedLog.atDebug()) {
            logging.run();
            Encoder<ILoggingEvent> encoder = Logging.jsonEncoder(log.getContext());
            String text = new String(encoder.encode(log.events().getFirst()), StandardCharsets.UTF_8);
            assertThat(text).endsWith(System.lineSeparator());
            assertThat(text.strip()).doesNotContain("\n");
            return STRICT.readTree(text);
        }
    }
}
