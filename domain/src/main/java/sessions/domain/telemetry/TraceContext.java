package sessions.domain.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one party stands in a trace that goes through several, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace
 * Context</a> passes it on. A program that traces its own calls of a service binds its place to {@link #CURRENT}; the client
 * then sends it along.
 *
 * @param traceId of the whole trace, 32 lower-case hexadecimal digits
 * @param spanId of the party's part, 16 of them
 * @param flags two of them; the last bit says whether the trace is recorded
 * @param state what tracing systems add ({@code tracestate}), empty for nothing
 */
public record TraceContext(String traceId, String spanId, String flags, String state) {

    public static final ScopedValue<TraceContext> CURRENT = ScopedValue.newInstance();

    /** Later versions may add to it, but not change what is there. */
    private static final Pattern PARENT = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})(?<span>[0-9a-f]{16})"
                    + "-(?<flags>[0-9a-f]{2})(?<more>-.*)?");
    private static final String VERSION = "00";

    /** More need not be passed on. */
    private static final int MAX_STATE_LENGTH = 512;

    /**
     * Reads the headers.
     *
     * @param parent {@code traceparent}, or null where there is none
     * @param state {@code tracestate}, or null where there is none
     * @return empty where the first is absent or malformed; then the second means nothing either
     */
    public static Optional<TraceContext> parse(@Nullable String parent, @Nullable String state) {
        Matcher parts = PARENT.matcher(parent == null ? "" : parent);
        if (!parts.matches() || (parts.group("version").equals(VERSION) && parts.group("more") != null)) {
            return Optional.empty();
        }
        return Optional.of(new TraceContext(parts.group("trace"), parts.group("span"), parts.group("flags"),
                state == null || state.length() > MAX_STATE_LENGTH ? "" : state));
    }

    /** As {@code traceparent} has it. */
    public String parent() {
        return String.join("-", VERSION, traceId, spanId, flags);
    }
}
