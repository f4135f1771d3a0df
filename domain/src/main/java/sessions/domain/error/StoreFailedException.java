package sessions.domain.error;

/** The store answered with a fault that is ours to mend. */
public final class StoreFailedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message what was being done; shown to the caller */
    public StoreFailedException(String message, Throwable cause) {
        super(ErrorCode.INTERNAL, message, cause);
    }
}
