package sessions.rest.http;

/** The session does not exist. Callers can tell this error from an unknown route by its details. */
public final class SessionNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    /** @param explanation the message for the caller */
    public SessionNotFoundException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }
}
