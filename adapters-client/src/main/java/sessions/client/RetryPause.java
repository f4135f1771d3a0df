package sessions.client;

import java.time.Duration;

/** The wait of the current thread between two attempts; replaced in tests. */
@FunctionalInterface
interface RetryPause {

    void sleep(Duration duration) throws InterruptedException;
}
