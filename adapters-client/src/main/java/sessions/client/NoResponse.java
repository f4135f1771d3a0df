package sessions.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ServiceUnavailableException;

/**
 * An attempt without a response. The request may have taken effect anyway.
 *
 * @param service the service's address
 * @param summary the reason, as the end of a sentence about the service
 * @param cause the network error; null if there is none
 * @param isTransient false if another attempt would not help, for example because the caller was interrupted
 */
record NoResponse(String service, String summary, @Nullable Throwable cause,
        boolean isTransient) implements AttemptResult {

    @Override
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    @Override
    public ServiceResponse response() {
        throw new ServiceUnavailableException("The service at " + service + " " + summary, cause);
    }
}
