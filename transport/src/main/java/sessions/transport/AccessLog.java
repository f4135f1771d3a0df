package sessions.transport;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The access log: one line per request, in the same form for every API, on its own logger. */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.access");
    private static final String NONE = "-";
    private static final long NANOS_PER_TENTH = Duration.ofMillis(1).toNanos() / 10;

    private AccessLog() {
    }

    /**
     * A request that has ended. Unknown texts are empty.
     *
     * @param method the HTTP method, or the name of another protocol
     * @param route the route, from a small fixed set; never a path, which may contain a session id
     * @param status the HTTP status, or its equivalent in another protocol
     * @param begin when the request began, by {@link System#nanoTime}
     * @param caller the name of the authenticated caller
     * @param address the caller's network address
     */
    public record Entry(String method, String route, int status, long begin, String caller, String address,
            String correlationId, String traceId) {
    }

    /** Returns whether entries are logged, so that callers can avoid creating them. */
    public static boolean isEnabled() {
        return LOG.isInfoEnabled();
    }

    public static void log(Entry entry) {
        String route = orNone(entry.route());
        String caller = orNone(entry.caller());
        double millis = Math.round((double) (System.nanoTime() - entry.begin()) / NANOS_PER_TENTH) / 10.0;
        MDC.put(CorrelationId.NAME, orNone(entry.correlationId()));
        if (!entry.traceId().isEmpty()) {
            MDC.put(RequestAttributes.TRACE_ID, entry.traceId());
        }
        try {
            LOG.atInfo().addKeyValue("method", entry.method()).addKeyValue("route", route)
                    .addKeyValue("status", entry.status()).addKeyValue("duration_ms", millis)
                    .addKeyValue("caller", caller).addKeyValue("address", orNone(entry.address()))
                    .log(entry.method() + " " + route + " " + entry.status() + " " + millis + " ms " + caller);
        } finally {
            MDC.remove(CorrelationId.NAME);
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
