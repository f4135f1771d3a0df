package sessions.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ServiceUnavailableException;

/** Repeats what may be repeated, as long as that may help. */
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
     * The reply of the last attempt.
     *
     * @throws ServiceUnavailableException where it had none, or where the thread was interrupted
     */
    ServiceResponse send(boolean repeatable, Supplier<AttemptResult> attempt) {
        int attempts = repeatable ? policy.attempts() : 1;
        for (int failed = 1;; failed++) {
            AttemptResult outcome = attempt.get();
            if (failed == attempts || !outcome.isTransient()) {
                return outcome.response();
            }
            Duration duration = policy.pause(failed, outcome.retryAfter(), ThreadLocalRandom.current());
            LOG.debug("Attempt {} of {} failed ({}), the next one follows in {} ms", failed, attempts,
                    outcome.summary(), duration.toMillis());
            take(duration, outcome);
        }
    }

    private void take(Duration duration, AttemptResult failed) {
        try {
            pause.take(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The service at " + service + " failed (" + failed.summary()
                    + "), and the wait for the next attempt was interrupted", interrupted);
        }
    }
}
