package sessions.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Marks requests to open a session that are repetitions of one request: all of them open one session. Chosen by the
 * caller, one for each session that it wants.
 *
 * @param value 1 to 255 visible ASCII characters, spaces within allowed
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    private static final String PROBLEM = "must have 1 to 255 printable ASCII characters, without space at its ends";

    /** @throws InvalidDataException where the value cannot be one */
    public IdempotencyKey {
        Optional<Violation> violation = violation("request_id", value);
        InvalidDataException.throwIfAny(violation.map(List::of).orElse(List.of()));
    }

    /**
     * What keeps a text from being a key, or empty where it is fine.
     *
     * @param field what the caller knows it by
     */
    public static Optional<Violation> violation(String field, String value) {
        return FORM.matcher(value).matches() ? Optional.empty() : Optional.of(new Violation(field, PROBLEM));
    }

    /** Keys are the caller's own business: the length only. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + value.length() + " characters]";
    }
}
