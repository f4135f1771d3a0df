package sessions.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import sessions.bootstrap.logging.AuditLogger;
import sessions.bootstrap.logging.Logging;

/** Captures the program's log until it is closed. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger sessions = (Logger) LoggerFactory.getLogger("sessions");
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private CapturedLog() {
        start();
        Logging.suppress();
        root.addAppender(this);
        sessions.addAppender(this);
        sessions.setAdditive(false); // not to the console as well
    }

    /** As with {@code --log-level debug}. */
    public static CapturedLog atDebug() {
        CapturedLog log = new CapturedLog();
        Logging.setLevel(Level.DEBUG);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** The messages, key-value pairs and stack traces. */
    public List<String> lines() {
        return events.stream().map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                + event.getMDCPropertyMap() + ThrowableProxyUtil.asString(event.getThrowableProxy())).toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(Level.OFF);
        sessions.detachAppender(this);
        sessions.setAdditive(true);
        sessions.setLevel(null);
        ((Logger) LoggerFactory.getLogger(AuditLogger.LOGGER)).setLevel(null);
    }
}
