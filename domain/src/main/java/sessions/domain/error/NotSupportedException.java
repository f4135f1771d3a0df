package sessions.domain.error;

/** The store that the service has does not do this by itself. */
public final class NotSupportedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message what is not done, and what does it instead */
    public NotSupportedException(String message) {
        super(ErrorCode.NOT_SUPPORTED, message, null);
    }
}
