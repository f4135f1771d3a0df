package sessions.domain.error;

/**
 * A service elsewhere answered what no service of ours should: a fault of its own, or that it does not know the request.
 * Then it is of another version, or the address leads to something else.
 */
public final class ServiceFailedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public ServiceFailedException(ErrorCode code, String message) {
        super(code, message, null);
    }
}
