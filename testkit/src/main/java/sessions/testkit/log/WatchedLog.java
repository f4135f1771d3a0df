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
 * Checks each log line of this process before its level is considered, so that lines for troubleshooting are checked
 * too: all lines of the service, and warnings of libraries, which is everything that can be logged at any
 * {@code --log-level}.
 */
final class WatchedLog extends TurboFilter {

    private static final String SERVICE = "sessions";

    /** Parts of a line that look like session ids, but are not. */
    private static final Set<String> NOT_SECRET = Set.of("correlation_id", "trace_id");

    /**
     * Loggers that the program never prints. The first warns of unknown options in a URL while a store is opened, when
     * the program has logging turned off; the second belongs to a server that only tests run in their process.
     */
    private static final Pattern NEVER_PRINTED = Pattern.compile("org\\.mongodb\\.driver\\.uri|de\\.bwaldvogel\\..*");

    /** A strong reference, because the JDK forgets the level of unused loggers. */
    private static final java.util.logging.Logger JDK = java.util.logging.Logger.getLogger(SERVICE);

    /** Starts checking, for the rest of the process. */
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
            // Not a line: the caller asks whether the level is enabled.
            return FilterReply.ACCEPT;
        }
        check(logger, MessageFormatter.basicArrayFormat(format, arguments), fault, List.of());
        return FilterReply.NEUTRAL;
    }

    /** A line built from parts. Its level is not checked again, so this does it. */
    @Override
    public FilterReply decide(Logger logger, LoggingEvent line) {
        Level level = Level.convertAnSLF4JLevel(line.getLevel());
        if (isWatched(logger, level)) {
            check(logger, MessageFormatter.basicArrayFormat(line.getMessage(), line.getArgumentArray()),
                    line.getThrowable(), Objects.requireNonNullElse(line.getKeyValuePairs(), List.of()));
        }
        return level.isGreaterOrEqual(logger.getEffectiveLevel()) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean isWatched(Logger logger, Level level) {
        String name = logger.getName();
        return name.equals(SERVICE) || name.startsWith(SERVICE + ".")
                || (level.isGreaterOrEqual(Level.WARN) && !Level.OFF.equals(logger.getLevel())
                        && !NEVER_PRINTED.matcher(name).matches());
    }

    private static void check(Logger logger, @Nullable String message, @Nullable Throwable fault,
            List<KeyValuePair> pairs) {
        Map<String, Object> parts = new HashMap<>(
                Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of()));
        pairs.forEach(pair -> parts.put(pair.key, String.valueOf(pair.value)));
        parts.keySet().removeAll(NOT_SECRET);
        List<Object> line = new ArrayList<>(List.of(String.valueOf(message), parts));
        if (fault != null) {
            line.add(stack(fault));
        }
        SecretLeaks.checkLine(logger.getName(), line.toString());
    }

    private static String stack(Throwable fault) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
