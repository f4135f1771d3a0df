package sessions.domain;

/** The store does not answer. Reads, close and delete are safe to repeat; an open or a change may have taken effect. */
public final class StoreUnavailableException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message what was being done; shown to the caller */
    public StoreUnavailableException(String message, Throwable cause) {
        super(ErrorCode.STORE_UNAVAILABLE, message, cause);
    }
}
