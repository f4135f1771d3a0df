package sessions.seneca;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many messages be worked on at a time, over all connections. */
final class TcpCrowd {

    private final Semaphore places;
    private final SenecaTcpLimits limits;

    TcpCrowd(SenecaTcpLimits limits) {
        this.limits = limits;
        places = new Semaphore(limits.maxConcurrent());
    }

    /** Waits for a place as long as a message may wait; whether there was one. */
    boolean enter() {
        try {
            return places.tryAcquire(limits.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }
}
