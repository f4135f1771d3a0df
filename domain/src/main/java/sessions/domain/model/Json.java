package sessions.domain.model;

/**
 * The caller's content as JSON text (RFC 8259). The domain does not parse it, so that digits, key order, duplicate keys
 * and escapes are returned unchanged. The creator of an instance must have checked that the text is one valid JSON
 * value.
 *
 * @param text one JSON value
 */
public record Json(String text) {

    public Json {
        if (text.isBlank()) {
            throw new IllegalArgumentException("JSON text must not be blank");
        }
    }

    /** Returns whether this is JSON null, which is content like any other value, not the absence of content. */
    public boolean isNull() {
        return text.strip().equals("null");
    }

    /** Shows only the length: content is private to the caller and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Json[" + text.length() + " characters]";
    }
}
