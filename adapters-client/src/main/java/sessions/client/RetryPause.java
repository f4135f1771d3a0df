package sessions.client;

import java.time.Duration;

/** How the present thread waits between two attempts; tests wait in another way. */
@FunctionalInterface
interface RetryPause {

    void take(Duration duration) throws InterruptedException;
}
