package sessions.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ServiceUnavailableException;

/**
 * Nothing came back; the service may have done what was asked all the same.
 *
 * @param service its address
 * @param summary why
 * @param cause what the network said, or null
 * @param isTransient false where the caller itself has ended it
 */
record NoResponseException(String service, String summary, @Nullable Throwable cause,
        boolean isTransient) implements AttemptResult {

    @Override
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    @Override
    public ServiceResponse response() {
        throw new ServiceUnavailableException("The service at " + service + " does not answer: " + summary, cause);
    }
}
