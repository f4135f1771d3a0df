package sessions.domain.error;

/** Kinds of errors. Clients of the contract choose their exception by them. */
public enum ErrorCategory {

    BAD_REQUEST("BadRequest"),
    UNAUTHORIZED("Unauthorized"),
    NOT_FOUND("NotFound"),
    CONFLICT("Conflict"),
    NO_RESPONSE("NoResponse"),
    UNSUPPORTED("Unsupported"),
    INTERNAL("Internal");

    private final String label;

    ErrorCategory(String label) {
        this.label = label;
    }

    /** Returns the name in the contract. */
    public String label() {
        return label;
    }
}
