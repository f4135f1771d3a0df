package sessions.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ServiceUnavailableException;

/** Repeats repeatable requests that failed for a transient reason. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final URI service;
    private final RetryPolicy policy;
    private final RetryPause pause;

    Retries(URI service, RetryPolicy policy, RetryPause pause) {
        this.service = service;
        this.policy = policy;
        this.pause = pause;
    }

    /**
     * Returns the response of the last attempt. There is no further attempt if the deadline would pass before it.
     *
     * @throws ServiceUnavailableException if it had none, or if the thread was interrupted
     */
    ServiceResponse send(boolean repeatable, Deadline deadline, Supplier<AttemptResult> attempt) {
        int attempts = repeatable ? policy.attempts() : 1;
        for (int failed = 1;; failed++) {
            AttemptResult outcome = attempt.get();
            if (failed == attempts || !outcome.isTransient()) {
                return outcome.response();
            }
            Duration duration = policy.pause(failed, outcome.retryAfter(), ThreadLocalRandom.current());
            if (duration.compareTo(deadline.remaining()) >= 0) {
                LOG.debug("Attempt {} of {} failed ({}); no time is left to retry", failed, attempts,
                        outcome.summary());
                return outcome.response();
            }
            LOG.debug("Attempt {} of {} failed ({}); retrying in {} ms", failed, attempts,
                    outcome.summary(), duration.toMillis());
            pauseAfter(outcome, duration);
        }
    }

    private void pauseAfter(AttemptResult failed, Duration duration) {
        try {
            pause.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The service at " + service + " failed (" + failed.summary()
                    + "), and the wait for the next attempt was interrupted", interrupted);
        }
    }
}
