package sessions.seneca;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to a connection, one reply after the other, and ends the connection where its client does not read. */
final class TimedOutput {

    private static final Logger LOG = LoggerFactory.getLogger(TimedOutput.class);

    private final Socket connection;
    private final Duration longest;
    private final ScheduledExecutorService timer;
    private final Lock turn = new ReentrantLock();

    /** @param longest how long the client may take to read one reply */
    TimedOutput(Socket connection, Duration longest, ScheduledExecutorService timer) {
        this.connection = connection;
        this.longest = longest;
        this.timer = timer;
    }

    /** @throws IOException where the connection fails or has been ended */
    void write(byte[] reply) throws IOException {
        turn.lock();
        try {
            Future<?> end = timer.schedule(this::abort, longest.toNanos(), TimeUnit.NANOSECONDS);
            try {
                connection.getOutputStream().write(reply);
            } finally {
                end.cancel(false);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Also drops what the operating system still holds for the client. */
    private void abort() {
        LOG.debug("A client does not read");
        try (connection) {
            connection.setSoLinger(true, 0);
        } catch (IOException ended) {
            LOG.debug("A connection had ended", ended);
        }
    }
}
