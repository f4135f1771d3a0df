package sessions.domain.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Arguments are missing, have the wrong type or are out of range. Its details map fields to problems, in the order in
 * which the contract declares the fields; message and details name at most the first twenty violations.
 */
public final class InvalidDataException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** Limits the length of the message: one request can have a million violations. */
    private static final int MAX_FIELDS_NAMED = 20;

    public InvalidDataException(List<Violation> violations) {
        this(message(violations), violations);
    }

    /**
     * An error that a remote service returned.
     *
     * @param message its message
     * @param violations the violations that it named one by one; may be empty
     */
    public InvalidDataException(String message, List<Violation> violations) {
        super(ErrorCode.INVALID_DATA, message, details(violations), null);
    }

    /** Returns an exception for a single violation. */
    public static InvalidDataException of(String field, String problem) {
        return new InvalidDataException(List.of(new Violation(field, problem)));
    }

    private static String message(List<Violation> violations) {
        int unnamed = violations.size() - MAX_FIELDS_NAMED;
        return "Validation failed: "
                + violations.stream().limit(MAX_FIELDS_NAMED).map(Violation::toString).collect(Collectors.joining(", "))
                + (unnamed > 0 ? ", and " + unnamed + " more" : "");
    }

    /** Throws an exception for all violations, if there are any. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidDataException(violations);
        }
    }

    /** Maps fields to problems, in the order in which the contract declares the fields. */
    private static Map<String, String> details(List<Violation> violations) {
        Map<String, String> details = new LinkedHashMap<>();
        violations.stream().limit(MAX_FIELDS_NAMED)
                .forEach(violation -> details.putIfAbsent(violation.field(), violation.problem()));
        return details;
    }
}
