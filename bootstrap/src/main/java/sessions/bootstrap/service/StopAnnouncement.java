package sessions.bootstrap.service;

import java.time.Duration;
import sessions.application.Readiness;

/**
 * Lets load balancers know that the service is to stop, before it does.
 *
 * @param delay how long requests are still taken, so that those that are sent before all know do not fail
 */
record StopAnnouncement(Readiness readiness, Duration delay) {

    /** Returns once requests may be refused. An interrupt ends the wait, and nothing else. */
    void announce() {
        readiness.markStopping();
        try {
            Thread.sleep(delay);
        } catch (InterruptedException endOfWait) {
            // What follows has waits of its own, which are not to be cut short.
        }
    }
}
