package sessions.seneca;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.ServiceUnavailableException;

/**
 * One connection of a client, which sends many messages without waiting for the replies. They are worked on at the same time, and
 * replied to in the order in which they are done.
 */
final class TcpConnection {

    /** How many messages of one connection are under way; the next is read once one has been replied to. */
    private static final int MOST_UNDER_WAY = 16;

    private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);

    private final Socket socket;
    private final Service service;
    private final TcpCrowd crowd;
    private final SenecaTcpLimits limits;
    private final TimedOutput output;
    private final Semaphore places = new Semaphore(MOST_UNDER_WAY);
    private volatile boolean stopping;

    TcpConnection(Socket socket, Service service, TcpCrowd crowd, SenecaTcpLimits limits, TimedOutput output) {
        this.socket = socket;
        this.service = service;
        this.crowd = crowd;
        this.limits = limits;
        this.output = output;
    }

    /** Serves the client until it or something else ends the connection. What it asked for before is still done. */
    void serve() {
        try (socket) {
            try {
                readMessages();
            } finally {
                awaitReplies();
            }
        } catch (IOException | InvalidDataException | InvalidJsonException ended) {
            // Not what was sent: nor does the message of an exception quote it beyond a name.
            LOG.debug("A connection is ended: {}", ended.getClass().getSimpleName());
        }
    }

    private void awaitReplies() {
        places.acquireUninterruptibly(MOST_UNDER_WAY);
        places.release(MOST_UNDER_WAY);
    }

    private void readMessages() throws IOException {
        socket.setSoTimeout(Math.toIntExact(Math.min(limits.idleTimeout().toMillis(), Integer.MAX_VALUE)));
        socket.setTcpNoDelay(true);
        LineReader lines = new LineReader(socket.getInputStream(), limits);
        for (byte[] line = next(lines); line != null; line = next(lines)) {
            TcpMessage message = TcpMessage.of(line, socket.getInetAddress().getHostAddress());
            if (message.isForUs()) {
                begin(message);
            }
        }
    }

    /** The next line, null at the end. Silence is the client's to break only while it is owed no reply. */
    private byte @Nullable [] next(LineReader lines) throws IOException {
        while (true) {
            try {
                return lines.next();
            } catch (SocketTimeoutException silent) {
                if (lines.isWithinLine() || places.availablePermits() == MOST_UNDER_WAY) {
                    throw silent;
                }
            }
        }
    }

    private void begin(TcpMessage message) {
        long begin = System.nanoTime();
        places.acquireUninterruptibly();
        boolean entered = !stopping && crowd.enter();
        Thread.ofVirtual().name("seneca").start(() -> {
            try {
                replyTo(message, entered, begin);
            } finally {
                places.release();
            }
        });
    }

    private void replyTo(TcpMessage message, boolean entered, long begin) {
        Exchange exchange = new Exchange(service, message);
        Reply reply = entered ? inCrowd(exchange) : refusal(exchange);
        if (message.awaitsReply()) {
            try {
                output.write(TcpReply.line(message, reply));
            } catch (IOException gone) {
                LOG.debug("A client is gone before its reply", gone);
            }
        }
        TcpAccessLog.log(exchange, reply, message.address(), begin);
    }

    private Reply inCrowd(Exchange exchange) {
        try {
            return exchange.run();
        } finally {
            crowd.leave();
        }
    }

    private Reply refusal(Exchange exchange) {
        String why = stopping ? "The service is stopping" : "The service has too many requests at once";
        return new Refusal(
                Failures.error(new ServiceUnavailableException(why, null), exchange.correlationId()));
    }

    /** Takes no further messages. */
    void takeNoMore() {
        stopping = true;
    }

    /**
     * Waits for the replies that are due, and then tells the client that there will be none any more.
     *
     * @return whether all could be given in that time
     */
    boolean drain(Duration longest) throws InterruptedException, IOException {
        if (!places.tryAcquire(MOST_UNDER_WAY, longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            socket.shutdownOutput();
            return true;
        } finally {
            places.release(MOST_UNDER_WAY);
        }
    }

    /** Ends it whatever is under way. */
    void cutOff() throws IOException {
        socket.close();
    }
}
