package sessions.domain.error;

/** The service does not know the caller, or does not let it do what it asked for. */
public final class UnauthorizedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param code {@link ErrorCode#UNAUTHORIZED} or {@link ErrorCode#FORBIDDEN} */
    public UnauthorizedException(ErrorCode code, String message) {
        super(code, message, null);
    }
}
