package sessions.client;

import java.time.Duration;
import sessions.domain.error.ServiceUnavailableException;

/** What became of one attempt. */
sealed interface AttemptResult permits ServiceResponse, NoResponseException {

    /** Whether another attempt may fare better. */
    boolean isTransient();

    /** How long the service asks to wait before that, zero where it does not. */
    Duration retryAfter();

    /** In a few words, for the log; without anything of the session. */
    String summary();

    /**
     * What came back.
     *
     * @throws ServiceUnavailableException where nothing did
     */
    ServiceResponse response();
}
