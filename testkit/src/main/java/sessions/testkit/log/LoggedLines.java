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

/** What goes to one logger, and not to the console, until this is closed. */
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

    /** The lines about requests, each of which is written when its request is over. */
    public static LoggedLines ofRequests() {
        return of("sessions.access", Level.INFO);
    }

    /**
     * The lines of any logger.
     *
     * @param from the level of those that are wanted; graver ones are, too
     */
    public static LoggedLines of(String logger, Level from) {
        return new LoggedLines((Logger) LoggerFactory.getLogger(logger), from);
    }

    /** The names and texts of the parts of a line. */
    public static Map<String, String> parts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    /**
     * The next line, once it is written.
     *
     * @throws NullPointerException where none comes for long
     */
    public ILoggingEvent next() throws InterruptedException {
        return Objects.requireNonNull(lines.poll(MAX_WAIT_SECONDS, TimeUnit.SECONDS), "no line was written");
    }

    /** Those that are written so far and were not asked for yet. */
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
