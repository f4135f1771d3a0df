package sessions.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.util.ReentryGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Writes the lines about requests, of which there are many: every few milliseconds all that there are, at once. The
 * thread of a request makes its line, and what waits is its bytes alone: objects that outlive their request cost the
 * collector more than the line does. None is dropped: where the stream takes no more, requests wait. Other lines are
 * written by who logs them.
 */
public final class BufferedAccessLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements
            AutoCloseable {

    private static final int MILLIS = 10;

    private final Logger logger;
    private final Encoder<ILoggingEvent> encoder;
    private final LogBatch batch;
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("access-lines").factory());

    private BufferedAccessLogAppender(Logger logger, Encoder<ILoggingEvent> encoder, OutputStream stream) {
        this.logger = logger;
        this.encoder = encoder;
        batch = new LogBatch(stream);
        setContext(logger.getLoggerContext());
    }

    /** Takes over the lines of a logger. */
    static BufferedAccessLogAppender of(Logger logger, Encoder<ILoggingEvent> encoder, OutputStream stream) {
        BufferedAccessLogAppender lines = new BufferedAccessLogAppender(logger, encoder, stream);
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        return lines;
    }

    @Override
    public void start() {
        super.start();
        ScheduledFuture<?> _ = writer.scheduleWithFixedDelay(this::writeOut, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            batch.add(encoder.encode(event));
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private void writeOut() {
        try {
            batch.writeOut();
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private void failed(IOException cause) {
        addError("Cannot write the access log", cause);
    }

    /** Writing one logs nothing itself. */
    @Override
    protected ReentryGuard buildReentryGuard() {
        return new ReentryGuard.NOPRentryGuard();
    }

    /** Writes those that wait; later ones are no longer its own. */
    @Override
    public void close() {
        logger.setAdditive(true);
        logger.detachAppender(this);
        stop();
        writer.close();
        writeOut();
    }
}
