package sessions.domain.error;

/** The store failed because of an error in this program or its setup. */
public final class StoreFailedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message the operation that failed; shown to the caller */
    public StoreFailedException(String message, Throwable cause) {
        super(ErrorCode.INTERNAL, message, cause);
    }
}
