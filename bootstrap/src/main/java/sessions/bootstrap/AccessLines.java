package sessions.bootstrap;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.util.Duration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;

/**
 * Writes the lines about requests, of which there are many, from a thread of its own: every few milliseconds all that there
 * are, at once. None is dropped: where the stream takes no more, requests wait. Other lines are written by who logs them.
 */
final class AccessLines implements AutoCloseable {

    /** Looks for lines by itself, so that no request has to wake it up. In nanoseconds. */
    private static final String EVERY_TEN_MILLIS = "sleeping{0,10000000}";

    private static final long ENDLESS = -1;

    private final Logger logger;
    private final LoggingEventAsyncDisruptorAppender lines = new LoggingEventAsyncDisruptorAppender();

    private AccessLines(Logger logger) {
        this.logger = logger;
    }

    /** Takes over the lines of a logger. */
    static AccessLines of(Logger logger, Encoder<ILoggingEvent> encoder, OutputStream stream) {
        AccessLines access = new AccessLines(logger);
        access.begin(encoder, stream);
        return access;
    }

    private void begin(Encoder<ILoggingEvent> encoder, OutputStream stream) {
        OutputStreamAppender<ILoggingEvent> batches = new OutputStreamAppender<>();
        batches.setContext(logger.getLoggerContext());
        batches.setEncoder(encoder);
        batches.setImmediateFlush(false);
        batches.setOutputStream(new Batch(stream));
        lines.setContext(logger.getLoggerContext());
        lines.setWaitStrategyType(EVERY_TEN_MILLIS);
        lines.setAppendTimeout(Duration.buildByMilliseconds(ENDLESS));
        lines.addAppender(batches);
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    /** Waits until all are written; later ones are no longer its own. */
    @Override
    public void close() {
        logger.setAdditive(true);
        logger.detachAppender(lines);
        lines.stop();
    }

    /** Whole lines, written as one, so that none of other threads comes within. Flushed once no more wait. */
    private static final class Batch extends ByteArrayOutputStream {

        private final OutputStream stream;

        Batch(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void flush() throws IOException {
            stream.write(buf, 0, count);
            stream.flush();
            reset();
        }
    }
}
