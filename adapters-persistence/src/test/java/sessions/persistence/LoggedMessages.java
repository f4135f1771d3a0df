package sessions.persistence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Captures the messages of a logger until it is closed. */
public final class LoggedMessages extends Handler implements AutoCloseable {

    private final Logger log;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private LoggedMessages(Logger log) {
        this.log = log;
        log.addHandler(this);
    }

    public static LoggedMessages of(String logger) {
        return new LoggedMessages(Logger.getLogger(logger));
    }

    public List<String> all() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord line) {
        messages.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
