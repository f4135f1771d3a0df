package sessions.domain.error;

/** A text is not one valid JSON value. */
public final class InvalidJsonException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public InvalidJsonException(String message) {
        super(ErrorCode.INVALID_JSON, message, null);
    }
}
