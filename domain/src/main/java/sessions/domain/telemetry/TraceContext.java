package sessions.domain.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.call.CallValue;

/**
 * A span of a distributed trace, as it is passed between services, defined by <a
 * href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. A program that traces its calls binds its context
 * to {@link #CURRENT}; the client then sends it.
 *
 * @param traceId id of the whole trace, 32 lower-case hexadecimal digits
 * @param spanId id of the span, 16 lower-case hexadecimal digits
 * @param flags 2 hexadecimal digits; the last bit is set if the trace is recorded
 * @param state vendor-specific data ({@code tracestate}); empty for none
 */
public record TraceContext(String traceId, String spanId, String flags, String state) {

    public static final CallValue<TraceContext> CURRENT = new CallValue<>();

    /** Later versions may append fields, but not change the existing ones. */
    private static final Pattern PARENT = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})(?<span>[0-9a-f]{16})"
                    + "-(?<flags>[0-9a-f]{2})(?<more>-.*)?");
    private static final String VERSION = "00";

    /** Longer values may be dropped. */
    private static final int MAX_STATE_LENGTH = 512;

    /**
     * Parses the headers.
     *
     * @param parent {@code traceparent}, or null if absent
     * @param state {@code tracestate}, or null if absent
     * @return empty if {@code traceparent} is absent or malformed; {@code tracestate} is then ignored
     */
    public static Optional<TraceContext> parse(@Nullable String parent, @Nullable String state) {
        Matcher parts = PARENT.matcher(parent == null ? "" : parent);
        if (!parts.matches() || (parts.group("version").equals(VERSION) && parts.group("more") != null)) {
            return Optional.empty();
        }
        return Optional.of(new TraceContext(parts.group("trace"), parts.group("span"), parts.group("flags"),
                state == null || state.length() > MAX_STATE_LENGTH ? "" : state));
    }

    /** Returns the value of {@code traceparent}. */
    public String parent() {
        return String.join("-", VERSION, traceId, spanId, flags);
    }
}
