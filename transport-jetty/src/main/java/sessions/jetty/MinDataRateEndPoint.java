package sessions.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import sessions.transport.ConnectionLimits;

/**
 * A connection that closes if a request (headers and body together) arrives below the minimum data rate. Jetty's idle
 * timeout alone does not suffice: every byte restarts it. The check needs no timer: it runs when the next bytes arrive.
 * Sending to the client resets the count, so that a long or slow response is not aborted.
 */
final class MinDataRateEndPoint extends SocketChannelEndPoint {

    private final ConnectionLimits limits;
    private volatile boolean responded = true; // written by the thread that sends, read by the one that receives
    private long firstByteNanos;
    private long receivedBytes;

    MinDataRateEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler,
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
        return !responded && limits.isTooSlow(receivedBytes, Duration.ofNanos(System.nanoTime() - firstByteNanos));
    }

    private void count(int bytes) {
        if (responded) {
            responded = false;
            firstByteNanos = System.nanoTime();
            receivedBytes = 0;
        }
        receivedBytes += bytes;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        responded = true;
        return super.flush(buffers);
    }
}
