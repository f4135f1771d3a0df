package sessions.bootstrap.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import sessions.application.intercept.AuditEvent;
import sessions.application.intercept.AuditLog;
import sessions.domain.access.Caller;
import sessions.wire.json.SingleLine;

/**
 * Writes the audit log to a logger of its own. Each line has a readable text and key-value pairs for structured
 * formats.
 */
public final class AuditLogger implements AuditLog {

    public static final String LOGGER = "sessions.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** The key of the correlation id in the diagnostic context. */
    private static final String CORRELATION_ID = "correlation_id";
    private static final int MAX_LENGTH = 255;
    private static final Pattern PLAIN = Pattern.compile("[\\w.:@…-]+");

    @Override
    public void add(AuditEvent event) {
        Map<String, String> parts = parts(event);
        LoggingEventBuilder line = LOG.atInfo();
        line = line.addKeyValue("operation", event.operation()).addKeyValue("outcome", event.outcome().label());
        for (Map.Entry<String, String> part : parts.entrySet()) {
            line = line.addKeyValue(part.getKey(), part.getValue());
        }
        String before = MDC.get(CORRELATION_ID);
        MDC.put(CORRELATION_ID, SingleLine.of(event.correlationId(), MAX_LENGTH));
        try {
            line.log("{} {}: {}", event.operation(), event.outcome().label(), text(parts));
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(CORRELATION_ID);
        } else {
            MDC.put(CORRELATION_ID, before);
        }
    }

    private static Map<String, String> parts(AuditEvent event) {
        Caller caller = event.caller();
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "caller", caller == null ? null : caller.name());
        put(parts, "role", caller == null ? null : caller.role().label());
        put(parts, "address", event.address());
        put(parts, "session", event.session());
        put(parts, "user_id", event.userId());
        put(parts, "count", Objects.toString(event.count(), null));
        put(parts, "reason", event.reason());
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.put(name, SingleLine.of(value, MAX_LENGTH));
        }
    }

    private static String text(Map<String, String> parts) {
        return parts.entrySet().stream().map(part -> part.getKey() + "=" + quoted(part.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Quotes values that contain special characters: callers control some of them and must not forge other parts. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
