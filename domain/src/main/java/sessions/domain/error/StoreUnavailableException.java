package sessions.domain.error;

import org.jspecify.annotations.Nullable;

/**
 * The store does not respond. Reads, close and delete are safe to repeat; an open or a change may have taken effect.
 */
public final class StoreUnavailableException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message the operation that failed; shown to the caller
     * @param cause the error from the store's driver; for logs and operators
     */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.STORE_UNAVAILABLE, message, cause);
    }
}
