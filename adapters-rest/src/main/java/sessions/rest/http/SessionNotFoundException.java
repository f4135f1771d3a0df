package sessions.rest.http;

/** There is no such session; unlike an unknown route, that is an answer that callers can rely on. */
public final class SessionNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    /** @param explanation for the caller */
    public SessionNotFoundException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }
}
