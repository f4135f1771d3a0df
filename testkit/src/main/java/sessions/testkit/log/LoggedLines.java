package sessions.testkit.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Captures the lines of one logger, instead of printing them, until this is closed. */
public final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final long MAX_WAIT_SECONDS = 20;

    private final LinkedBlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final Logger log;
    private final @Nullable Level before;

    private LoggedLines(Logger log, Level from) {
        this.log = log;
        before = log.getLevel();
        start();
        log.setLevel(from);
        log.setAdditive(false);
        log.addAppender(this);
    }

    /** Captures the access log. Each line is written when its request has ended. */
    public static LoggedLines ofRequests() {
        return of("sessions.access", Level.INFO);
    }

    /**
     * Captures the lines of any logger.
     *
     * @param from the lowest level to capture
     */
    public static LoggedLines of(String logger, Level from) {
        return new LoggedLines((Logger) LoggerFactory.getLogger(logger), from);
    }

    /** Returns the key-value pairs of a line as texts. */
    public static Map<String, String> parts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    /**
     * Returns the next line, and waits for it if necessary.
     *
     * @throws NullPointerException if no line is written in time
     */
    public ILoggingEvent next() throws InterruptedException {
        return Objects.requireNonNull(lines.poll(MAX_WAIT_SECONDS, TimeUnit.SECONDS), "no line was written");
    }

    /** Returns the lines that were written so far and not returned yet. */
    public List<ILoggingEvent> rest() {
        List<ILoggingEvent> rest = new ArrayList<>();
        lines.drainTo(rest);
        return rest;
    }

    @Override
    protected void append(ILoggingEvent line) {
        line.prepareForDeferredProcessing();
        lines.add(line);
    }

    @Override
    public void close() {
        log.detachAppender(this);
        log.setAdditive(true);
        log.setLevel(before);
    }
}
