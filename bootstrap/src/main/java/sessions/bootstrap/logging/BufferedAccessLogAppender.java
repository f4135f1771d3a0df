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
 * Writes the access log in batches, every few milliseconds. The request's thread encodes its line and only the bytes
 * are buffered, because objects that outlive their request are expensive to collect. No line is dropped: if the stream
 * blocks, requests wait. Other log lines are written by the threads that log them.
 */
public final class BufferedAccessLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements
            AutoCloseable {

    private static final int MILLIS = 10;

    private final Logger logger;
    private final Encoder<ILoggingEvent> encoder;
    private final LogBatch batch;
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("access-log").factory());

    private BufferedAccessLogAppender(Logger logger, Encoder<ILoggingEvent> encoder, OutputStream stream) {
        this.logger = logger;
        this.encoder = encoder;
        batch = new LogBatch(stream);
        setContext(logger.getLoggerContext());
    }

    /** Creates an appender and makes it the only one of a logger. */
    static BufferedAccessLogAppender of(Logger logger, Encoder<ILoggingEvent> encoder, OutputStream stream) {
        BufferedAccessLogAppender appender = new BufferedAccessLogAppender(logger, encoder, stream);
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        return appender;
    }

    @Override
    public void start() {
        super.start();
        ScheduledFuture<?> _ = writer.scheduleWithFixedDelay(this::flush, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            batch.add(encoder.encode(event));
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private void flush() {
        try {
            batch.flush();
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private void failed(IOException cause) {
        addError("Cannot write the access log", cause);
    }

    /** No guard needed: writing a line logs nothing. */
    @Override
    protected ReentryGuard buildReentryGuard() {
        return new ReentryGuard.NOPRentryGuard();
    }

    /** Detaches the appender from the logger and writes the buffered lines. */
    @Override
    public void close() {
        logger.setAdditive(true);
        logger.detachAppender(this);
        stop();
        writer.close();
        flush();
    }
}
