package sessions.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that ends where a request arrives too slowly, headers and body together: the server's own idle timeout
 * begins anew with each byte. Needs no timer, as it is the next byte that finds the time over. What is sent to the caller
 * ends the count, so that neither a long answer nor one that takes its time is cut off.
 */
final class PacedEndPoint extends SocketChannelEndPoint {

    private final ConnectionLimits limits;
    private volatile boolean answered = true; // the server reads on one thread at a time, but may send on another
    private long firstByte;
    private long arrived;

    PacedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler,
            ConnectionLimits limits) {
        super(channel, selector, key, scheduler);
        this.limits = limits;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        if (isTooSlow()) {
            close(new TimeoutException("the request arrives too slowly"));
        }
        int filled = super.fill(buffer);
        if (filled > 0) {
            count(filled);
        }
        return filled;
    }

    private boolean isTooSlow() {
        return !answered && limits.areExceededBy(arrived, Duration.ofNanos(System.nanoTime() - firstByte));
    }

    private void count(int bytes) {
        if (answered) {
            answered = false;
            firstByte = System.nanoTime();
            arrived = 0;
        }
        arrived += bytes;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        answered = true;
        return super.flush(buffers);
    }
}
