package sessions.domain.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Arguments are missing, of a wrong type or out of their limits; the first twenty are named at once. Its details are field
 * to problem, in the order in which the contract declares the fields.
 */
public final class InvalidDataException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** A request can be wrong in a million places; nobody reads beyond these. */
    private static final int MAX_FIELDS_NAMED = 20;

    public InvalidDataException(List<Violation> violations) {
        this(message(violations), violations);
    }

    /**
     * As a service elsewhere said it.
     *
     * @param message its words
     * @param violations those that it named one by one, which may be none
     */
    public InvalidDataException(String message, List<Violation> violations) {
        super(ErrorCode.INVALID_DATA, message, details(violations), null);
    }

    /** For a single violation. */
    public static InvalidDataException of(String field, String problem) {
        return new InvalidDataException(List.of(new Violation(field, problem)));
    }

    private static String message(List<Violation> violations) {
        int unnamed = violations.size() - MAX_FIELDS_NAMED;
        return "Validation failed: "
                + violations.stream().limit(MAX_FIELDS_NAMED).map(Violation::toString).collect(Collectors.joining(", "))
                + (unnamed > 0 ? ", and " + unnamed + " more" : "");
    }

    /** Throws one for all the violations, if there are any. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidDataException(violations);
        }
    }

    /** Field to problem, in the order in which the contract declares the fields. */
    private static Map<String, String> details(List<Violation> violations) {
        Map<String, String> details = new LinkedHashMap<>();
        violations.stream().limit(MAX_FIELDS_NAMED)
                .forEach(violation -> details.putIfAbsent(violation.field(), violation.problem()));
        return details;
    }
}
