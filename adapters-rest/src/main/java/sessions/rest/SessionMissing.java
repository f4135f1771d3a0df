package sessions.rest;

/** There is no such session; unlike an unknown route, that is an answer that callers can rely on. */
final class SessionMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    /** @param explanation for the caller */
    SessionMissing(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }
}
