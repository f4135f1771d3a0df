package sessions.domain.error;

/** A change was rejected because the session is closed or expired, which is final. */
public final class SessionClosedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public SessionClosedException() {
        super(ErrorCode.SESSION_CLOSED, "The session is closed and can no longer be changed", null);
    }
}
