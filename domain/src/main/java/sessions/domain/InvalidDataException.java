package sessions.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Arguments are missing, of a wrong type or out of their limits; all of them are named at once. */
public final class InvalidDataException extends SessionsException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidDataException(List<Violation> violations) {
        super(ErrorCode.INVALID_DATA, "Validation failed: "
                + violations.stream().map(Violation::toString).collect(Collectors.joining(", ")), null);
        this.violations = List.copyOf(violations);
    }

    /** Throws one for all the violations, if there are any. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidDataException(violations);
        }
    }

    /** Field to problem, in the order in which the contract declares the fields. */
    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        violations.forEach(violation -> details.putIfAbsent(violation.field(), violation.problem()));
        return details;
    }
}
