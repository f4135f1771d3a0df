package sessions.domain.error;

/** The store returned an error that is not an outage. It is reported as an internal error. */
public final class StoreFailedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message the operation that failed; shown to the caller */
    public StoreFailedException(String message, Throwable cause) {
        super(ErrorCode.INTERNAL, message, cause);
    }
}
