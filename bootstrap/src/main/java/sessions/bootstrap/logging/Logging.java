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
 * Configures logging in code, which starts faster than a configuration file: readable lines on standard error, each
 * with the correlation id of its request. Logback finds this class as a service.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level"
            + " [%X{correlation_id:--}] %logger{0}: %msg%n";
    private static final String WITHOUT_STACKS = "%nopex";
    private static final String CONSOLE = "console";
    private static final String ACCESS = "sessions.access";
    private static final String OMITTED = "[ignore]";

    /**
     * Loggers that warn about requests and quote the address, which may contain a session id. The access log has a line
     * anyway.
     */
    private static final List<String> LOGS_ADDRESSES = List.of("org.eclipse.jetty.util.HostPort");

    /**
     * Loggers that warn about each too large message with a stack trace. The caller gets an error and the access log
     * has a line.
     */
    private static final List<String> LOGS_LARGE_MESSAGES = List.of("io.grpc.netty.NettyServerStream");

    /**
     * Loggers of the connection pool that warn about each connection of a server that is away. The store logs the outage
     * in one line, and each rejected request has its own.
     */
    private static final List<String> LOGS_LOST_CONNECTIONS = List.of("com.zaxxer.hikari.pool.PoolBase",
            "com.zaxxer.hikari.pool.ProxyConnection");

    /**
     * Loggers of stores that warn while they open: they convert data of the original service, or wait for another
     * instance.
     */
    private static final List<String> OPENING_STORES = List.of("sessions.persistence.file",
            "sessions.persistence.mongo", "sessions.persistence.jdbi.Schema");

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
        // The failing command reports errors during start-up, once.
        root.setLevel(Level.OFF);
        Stream.of(LOGS_ADDRESSES, LOGS_LARGE_MESSAGES, LOGS_LOST_CONNECTIONS).flatMap(List::stream)
                .forEach(library -> context.getLogger(library).setLevel(Level.OFF));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Suppresses logging during start-up, also of java.util.logging, and again for each further store that a command
     * opens: drivers quote URLs. Warnings of the stores themselves are still logged, because the store opens
     * nevertheless.
     */
    public static void suppress() {
        logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        logger("sessions").setLevel(null);
        OPENING_STORES.forEach(store -> logger(store).setLevel(Level.WARN));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Enables logging: this program's loggers at the level, those of libraries from warnings on. */
    public static void setLevel(Level level) {
        logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("sessions").setLevel(level);
        OPENING_STORES.forEach(store -> logger(store).setLevel(null));
    }

    /** Writes each line as a JSON object with the time, level, message and all parts by name. */
    public static void useJson() {
        ConsoleAppender<ILoggingEvent> console = console();
        console.setEncoder(jsonEncoder(console.getContext()));
    }

    public static Encoder<ILoggingEvent> jsonEncoder(Context context) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setTimeZone("UTC");
        encoder.getFieldNames().setVersion(OMITTED);
        encoder.getFieldNames().setLevelValue(OMITTED);
        encoder.start();
        return encoder;
    }

    /** Enables the audit log regardless of the log level, so that it has no gaps. */
    public static void enableAuditLog() {
        logger(AuditLogger.LOGGER).setLevel(Level.INFO);
    }

    /** Writes the access log in batches, in the current format, until the appender is closed. */
    public static BufferedAccessLogAppender batchAccessLog() {
        return BufferedAccessLogAppender.of(logger(ACCESS), console().getEncoder(),
                ConsoleTarget.SystemErr.getStream());
    }

    private static ConsoleAppender<ILoggingEvent> console() {
        return (ConsoleAppender<ILoggingEvent>) logger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE);
    }

    /** Disables the audit log and the access log, regardless of the log level that commands in this process set. */
    public static void disableAuditAndAccessLog() {
        logger(AuditLogger.LOGGER).setLevel(Level.OFF);
        logger(ACCESS).setLevel(Level.OFF);
    }

    /**
     * Like {@link #setLevel}, for a command that reports its failure itself: stack traces only at debug and trace
     * level.
     */
    public static void setLevelForCommand(Level level) {
        if (level.isGreaterOrEqual(Level.INFO) && console().getEncoder() instanceof PatternLayoutEncoder encoder) {
            encoder.stop();
            encoder.setPattern(PATTERN + WITHOUT_STACKS);
            encoder.start();
        }
        setLevel(level);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
