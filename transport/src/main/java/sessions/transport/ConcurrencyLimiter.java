package sessions.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits concurrent requests; queues as many again and rejects the rest. */
public final class ConcurrencyLimiter {

    /** The message of a rejection. */
    public static final String REJECTION = "Too many concurrent requests";

    private final Semaphore running;
    private final Semaphore queue;
    private final Duration longestWait;

    public ConcurrencyLimiter(RequestLimits limits) {
        running = new Semaphore(limits.maxConcurrent(), true);
        queue = new Semaphore(limits.maxConcurrent());
        longestWait = limits.longestWait();
    }

    /**
     * Waits until the request may run. If this returns true, the caller must call {@link #release} once the request has
     * ended.
     *
     * @return false if the request is rejected: the queue is full, the wait timed out, or the thread was interrupted
     */
    public boolean acquire() {
        if (running.tryAcquire()) {
            return true;
        }
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            return running.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.release();
        }
    }

    public void release() {
        running.release();
    }
}
