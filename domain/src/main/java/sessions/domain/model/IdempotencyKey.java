package sessions.domain.model;

import java.util.Optional;
import java.util.regex.Pattern;
import sessions.domain.access.RandomBits;

/**
 * Identifies retries of a request to open a session: all requests with the same key open the same session. The caller
 * chooses a new key for each session.
 *
 * @param value 1 to 255 visible ASCII characters; spaces are allowed except at the ends
 */
public record IdempotencyKey(String value) {

    /** The expected form of a key; completes a sentence that starts with the field's name. */
    public static final String EXPECTED = "must be one text of 1 to 255 printable ASCII characters,"
            + " without leading or trailing spaces";

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key " + EXPECTED);
        }
    }

    /**
     * Returns a new random key, for a caller that may retry its request. The key is a secret: a request with the same
     * key returns the session.
     */
    public static IdempotencyKey random() {
        return new IdempotencyKey(RandomBits.hex());
    }

    /** Parses the key that a caller sent. Returns empty if the text is not a valid key. */
    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    /** Shows only the length, because keys are private to the caller. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + value.length() + " characters]";
    }
}
