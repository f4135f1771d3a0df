package sessions.domain.model;

import java.util.Optional;
import java.util.regex.Pattern;
import sessions.domain.access.RandomBits;

/**
 * Identifies repetitions of one request to open a session: all of them open the same session. The caller chooses one
 * key per session that it wants to open.
 *
 * @param value 1 to 255 visible ASCII characters; spaces are allowed except at the ends
 */
public record IdempotencyKey(String value) {

    /** The expected form of a key; continues the sentence that the field's name starts. */
    public static final String EXPECTED = "must be one text of 1 to 255 printable ASCII characters,"
            + " without leading or trailing spaces";

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key " + EXPECTED);
        }
    }

    /**
     * Returns a new random key, for a caller that wants to be able to repeat its own request. The key is a secret: a
     * request with the same key returns the session.
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
