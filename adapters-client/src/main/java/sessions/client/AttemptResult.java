package sessions.client;

import java.time.Duration;
import sessions.domain.error.ServiceUnavailableException;

/** The result of one attempt to send a request. */
sealed interface AttemptResult permits ServiceResponse, NoResponse {

    /** Returns whether another attempt may succeed. */
    boolean isTransient();

    /** Returns the pause before the next attempt that the service requests; zero if it requests none. */
    Duration retryAfter();

    /** Returns a short description for the log; it contains nothing about the session. */
    String summary();

    /**
     * Returns the response.
     *
     * @throws ServiceUnavailableException if there was none
     */
    ServiceResponse response();
}
