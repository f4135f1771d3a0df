package sessions.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.stream.Stream;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sets up the log in code, which starts faster than from a file: readable lines on the error stream, each with the
 * correlation id of its request. Found by logback as a service.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level"
            + " [%X{correlation_id:--}] %logger{0}: %msg%n";
    private static final String WITHOUT_STACKS = "%nopex";
    private static final String CONSOLE = "console";
    private static final String ACCESS = "sessions.access";
    private static final String LEFT_OUT = "[ignore]";

    /** They warn of requests with the address, in which a session id may be; the answer and its line say that it was refused. */
    private static final List<String> QUOTING = List.of("org.eclipse.jetty.util.HostPort");

    /** It warns of each message that is too large, with a stack; the caller is told, and the call has its line. */
    private static final List<String> TELLING_OF_CALLERS = List.of("io.grpc.netty.NettyServerStream");

    /** Of the stores that take over what the original left. */
    private static final List<String> TAKING_OVER = List.of("sessions.persistence.file", "sessions.persistence.mongo");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(CONSOLE);
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.addFilter(new CancelledStreamLogFilter());
        console.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        // Whatever goes wrong during the start is reported once, by the command that fails.
        root.setLevel(Level.OFF);
        Stream.of(QUOTING, TELLING_OF_CALLERS).flatMap(List::stream)
                .forEach(library -> context.getLogger(library).setLevel(Level.OFF));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Begins the silence of the start, also for what logs by java.util.logging, and again for each further store that a
     * command opens: drivers quote URLs. What a store puts right in what it takes over is said all the same: that does not
     * keep it from going on.
     */
    public static void quiet() {
        logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        logger("sessions").setLevel(null);
        TAKING_OVER.forEach(store -> logger(store).setLevel(Level.WARN));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Ends the silence of the start: our own lines from the level on, those of libraries from warnings on. */
    public static void verbose(Level level) {
        logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("sessions").setLevel(level);
        TAKING_OVER.forEach(store -> logger(store).setLevel(null));
    }

    /** Has each line be a JSON object, for programs that collect logs: time, level, message and all its parts by name. */
    public static void json() {
        ConsoleAppender<ILoggingEvent> console = console();
        console.setEncoder(jsonEncoder(console.getContext()));
    }

    public static Encoder<ILoggingEvent> jsonEncoder(Context context) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setTimeZone("UTC");
        encoder.getFieldNames().setVersion(LEFT_OUT);
        encoder.getFieldNames().setLevelValue(LEFT_OUT);
        encoder.start();
        return encoder;
    }

    /** Has the audit log written whatever the level of other lines: who wants less of those wants no gaps in it. */
    public static void audited() {
        logger(AuditLogger.LOGGER).setLevel(Level.INFO);
    }

    /** Has the lines about requests written in batches until it is closed, as the others are written now. */
    public static BufferedAccessLogAppender access() {
        return BufferedAccessLogAppender.of(logger(ACCESS), console().getEncoder(),
                ConsoleTarget.SystemErr.getStream());
    }

    private static ConsoleAppender<ILoggingEvent> console() {
        return (ConsoleAppender<ILoggingEvent>) logger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE);
    }

    /** Has no audit log written and no line for each request, whatever commands in this process do to the level of others. */
    public static void unaudited() {
        logger(AuditLogger.LOGGER).setLevel(Level.OFF);
        logger(ACCESS).setLevel(Level.OFF);
    }

    /** As {@link #verbose}, for a command that ends with its first fault, which it tells itself: stacks only for those who look for faults. */
    public static void verboseForCommand(Level level) {
        if (level.isGreaterOrEqual(Level.INFO) && console().getEncoder() instanceof PatternLayoutEncoder encoder) {
            encoder.stop();
            encoder.setPattern(PATTERN + WITHOUT_STACKS);
            encoder.start();
        }
        verbose(level);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
