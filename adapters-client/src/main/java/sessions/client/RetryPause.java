package sessions.client;

import java.time.Duration;

/** The wait of the current thread between two attempts, and the time that passes; replaced in tests. */
@FunctionalInterface
interface RetryPause {

    void sleep(Duration duration) throws InterruptedException;

    /** Returns a time that only moves forward, like {@link System#nanoTime()}. */
    default long nanoTime() {
        return System.nanoTime();
    }
}
