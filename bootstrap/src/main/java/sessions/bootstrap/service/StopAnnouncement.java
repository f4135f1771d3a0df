package sessions.bootstrap.service;

import java.time.Duration;
import sessions.application.Readiness;

/**
 * Announces to load balancers that the service will stop.
 *
 * @param delay how long requests are still accepted, so that those sent before load balancers notice do not fail
 */
record StopAnnouncement(Readiness readiness, Duration delay) {

    /** Reports not ready and waits for the delay. An interrupt only ends this wait. */
    void announce() {
        readiness.markStopping();
        try {
            Thread.sleep(delay);
        } catch (InterruptedException endOfWait) {
            // The interrupt flag is not restored: it would cut short the waits of the later steps.
        }
    }
}
