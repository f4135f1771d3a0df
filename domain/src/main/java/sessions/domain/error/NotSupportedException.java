package sessions.domain.error;

/** The configured store does not support the operation. */
public final class NotSupportedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param message the operation, and the alternative */
    public NotSupportedException(String message) {
        super(ErrorCode.NOT_SUPPORTED, message, null);
    }
}
