package sessions.testkit.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.MessageFormatter;

/**
 * Looks at each line of this process before its level decides whether it is written, so that also those are seen that only
 * an operator who looks for faults would get: all of the service's own, and the warnings of libraries, which is what
 * there is at any {@code --log-level}.
 */
final class WatchedLog extends TurboFilter {

    private static final String OURS = "sessions";

    /** Parts of a line in the form of a session id, yet none. */
    private static final Set<String> NO_SECRETS = Set.of("correlation_id", "trace_id");

    /**
     * Not the program's: the first warns of unknown options of a URL by their names while a store is opened, when the
     * program has no line written; the second is a server that only tests have in their process.
     */
    private static final Pattern UNHEARD = Pattern.compile("org\\.mongodb\\.driver\\.uri|de\\.bwaldvogel\\..*");

    /** Held on to: the JDK forgets the level of a logger that nobody uses. */
    private static final java.util.logging.Logger JDK = java.util.logging.Logger.getLogger(OURS);

    /** From now on, for as long as the process lives. */
    static synchronized void begin() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (context.getTurboFilterList().stream().noneMatch(WatchedLog.class::isInstance)) {
            context.addTurboFilter(new WatchedLog());
        }
        JDK.setLevel(java.util.logging.Level.ALL);
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] arguments, @Nullable Throwable fault) {
        if (!isWatched(logger, level)) {
            return FilterReply.NEUTRAL;
        }
        if (format == null && arguments == null && fault == null) {
            // No line yet: someone asks whether to make one.
            return FilterReply.ACCEPT;
        }
        look(logger, MessageFormatter.basicArrayFormat(format, arguments), fault, List.of());
        return FilterReply.NEUTRAL;
    }

    /** A line made part by part, which nobody asks again whether its level is on. */
    @Override
    public FilterReply decide(Logger logger, LoggingEvent line) {
        Level level = Level.convertAnSLF4JLevel(line.getLevel());
        if (isWatched(logger, level)) {
            look(logger, MessageFormatter.basicArrayFormat(line.getMessage(), line.getArgumentArray()),
                    line.getThrowable(), Objects.requireNonNullElse(line.getKeyValuePairs(), List.of()));
        }
        return level.isGreaterOrEqual(logger.getEffectiveLevel()) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean isWatched(Logger logger, Level level) {
        String name = logger.getName();
        return name.equals(OURS) || name.startsWith(OURS + ".")
                || (level.isGreaterOrEqual(Level.WARN) && !Level.OFF.equals(logger.getLevel())
                        && !UNHEARD.matcher(name).matches());
    }

    private static void look(Logger logger, @Nullable String message, @Nullable Throwable fault,
            List<KeyValuePair> pairs) {
        Map<String, Object> parts = new HashMap<>(
                Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of()));
        pairs.forEach(pair -> parts.put(pair.key, String.valueOf(pair.value)));
        parts.keySet().removeAll(NO_SECRETS);
        List<Object> line = new ArrayList<>(List.of(String.valueOf(message), parts));
        if (fault != null) {
            line.add(stack(fault));
        }
        SecretLeaks.look(logger.getName(), line.toString());
    }

    private static String stack(Throwable fault) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
