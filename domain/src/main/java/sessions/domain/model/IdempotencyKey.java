package sessions.domain.model;

import java.util.Optional;
import java.util.regex.Pattern;
import sessions.domain.access.RandomBits;

/**
 * Marks requests to open a session that are repetitions of one request: all of them open one session. Chosen by the
 * caller, one for each session that it wants.
 *
 * @param value 1 to 255 visible ASCII characters, spaces within allowed
 */
public record IdempotencyKey(String value) {

    /** What a text must be to be a key; reads on from the name of its field. */
    public static final String EXPECTED = "must be one text of 1 to 255 printable ASCII characters, without space at its"
            + " ends";

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key " + EXPECTED);
        }
    }

    /**
     * A new key that nobody else has nor guesses, for a caller that only wants to be able to repeat its own request: whoever
     * repeats it is answered the session.
     */
    public static IdempotencyKey random() {
        return new IdempotencyKey(RandomBits.hex());
    }

    /** The key that a caller sent, or empty where the text cannot be one. */
    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    /** Keys are the caller's own business: the length only. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + value.length() + " characters]";
    }
}
