package sessions.domain.error;

import org.jspecify.annotations.Nullable;

/**
 * The service itself does not answer: it is stopping, or cannot be reached. What was asked may have taken effect all the
 * same; reads, close and delete are safe to repeat.
 */
public final class ServiceUnavailableException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message which service, and what happened
     * @param cause what the network said, or null
     */
    public ServiceUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.SERVICE_UNAVAILABLE, message, cause);
    }
}
