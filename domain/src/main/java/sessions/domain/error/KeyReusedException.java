package sessions.domain.error;

/** An idempotency key was already used for a different request. */
public final class KeyReusedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public KeyReusedException() {
        super(ErrorCode.KEY_REUSED, "The idempotency key was already used for a different request", null);
    }
}
