package sessions.domain.error;

/** The service does not know the caller, or the caller lacks the required role. */
public final class UnauthorizedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param code {@link ErrorCode#UNAUTHORIZED} or {@link ErrorCode#FORBIDDEN} */
    public UnauthorizedException(ErrorCode code, String message) {
        super(code, message, null);
    }
}
