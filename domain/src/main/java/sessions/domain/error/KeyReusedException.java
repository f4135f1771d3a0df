package sessions.domain.error;

/** An idempotency key came with another request than the one it was first used for. */
public final class KeyReusedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    public KeyReusedException() {
        super(ErrorCode.KEY_REUSED, "The key was used for another request before", null);
    }
}
