package sessions.domain.error;

/** Kinds of errors, by which the contract's clients choose their exception. */
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

    /** The name in the contract. */
    public String label() {
        return label;
    }
}
