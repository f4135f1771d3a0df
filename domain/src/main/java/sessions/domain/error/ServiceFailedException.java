package sessions.domain.error;

/**
 * A remote service returned an unexpected answer: an internal error, or it does not know the request. In the second
 * case it has a different version, or the address leads to another program.
 */
public final class ServiceFailedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public ServiceFailedException(ErrorCode code, String message) {
        super(code, message, null);
    }
}
