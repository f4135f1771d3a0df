package sessions.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sessions.application.intercept.AuditEvent;
import sessions.application.intercept.AuditEvent.Outcome;
import sessions.bootstrap.CapturedLog;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;

class AuditLoggerTest {

    private static final Caller GATEWAY = new Caller("gateway", Role.WRITER, "192.0.2.7");

    @Test
    void eventIsALineWithKeyValuePairs() {
        ILoggingEvent line = line(new AuditEvent("close_session", Outcome.DONE, null, GATEWAY, "192.0.2.7", "c1",
                "f2ae05…", "42", null));
        assertThat(line.getLoggerName()).isEqualTo("sessions.audit");
        assertThat(line.getMDCPropertyMap()).isEqualTo(Map.of("correlation_id", "c1"));
        assertThat(line.getFormattedMessage()).isEqualTo("close_session done: caller=gateway role=writer"
                + " address=192.0.2.7 session=f2ae05… user_id=42");
        assertThat(parts(line)).isEqualTo(Map.of("operation", "close_session", "outcome", "done", "caller", "gateway",
                "role", "writer", "address", "192.0.2.7", "session", "f2ae05…", "user_id",
                "42"));
    }

    @Test
    void rejectionHasAReason() {
        assertThat(line(new AuditEvent("authenticate", Outcome.REFUSED, "UNAUTHORIZED: The API key is not known", null,
                "192.0.2.9", "c2", null, null, null)).getFormattedMessage())
                .isEqualTo("authenticate refused: address=192.0.2.9"
                        + " reason=\"UNAUTHORIZED: The API key is not known\"");
    }

    @Test
    void callersTextCannotForgePartsOrLines() {
        ILoggingEvent line = line(
                new AuditEvent("erase_sessions", Outcome.DONE, null, Caller.anonymous("::1"), "::1", "c\n3", null,
                        "4\" count=9", 2L));
        assertThat(line.getMDCPropertyMap()).isEqualTo(Map.of("correlation_id", "c_3"));
        assertThat(line.getFormattedMessage())
                .isEqualTo("erase_sessions done: role=admin address=::1 user_id=\"4\\\" count=9\""
                        + " count=2");
    }

    @Test
    void auditLogIgnoresTheLogLevel() {
        try (CapturedLog log = CapturedLog.atDebug()) {
            Logging.setLevel(Level.ERROR);
            Logging.enableAuditLog();
            new AuditLogger().add(new AuditEvent("back_up", Outcome.DONE, null, GATEWAY, "", "c", null, null, null));
            assertThat(log.events()).hasSize(1);
        }
    }

    private static ILoggingEvent line(AuditEvent event) {
        try (CapturedLog log = CapturedLog.atDebug()) {
            new AuditLogger().add(event);
            return log.events().getFirst();
        }
    }

    private static Map<String, Object> parts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}
