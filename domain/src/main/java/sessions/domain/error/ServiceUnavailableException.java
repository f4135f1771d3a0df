package sessions.domain.error;

import org.jspecify.annotations.Nullable;

/**
 * The service does not respond: it is stopping or cannot be reached. The request may have taken effect nevertheless;
 * reads, close and delete are safe to repeat.
 */
public final class ServiceUnavailableException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message the service and the failure
     * @param cause the network error, or null
     */
    public ServiceUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.SERVICE_UNAVAILABLE, message, cause);
    }
}
