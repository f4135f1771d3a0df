package sessions.domain.model;

/**
 * Caller's content as JSON text (RFC 8259). The domain keeps it without parsing it, so that digits, key order,
 * duplicate keys and escapes come back as they were given. Whoever makes one has checked that the text is one valid
 * JSON value.
 *
 * @param text one JSON value
 */
public record Json(String text) {

    public Json {
        if (text.isBlank()) {
            throw new IllegalArgumentException("JSON text must not be blank");
        }
    }

    /** Whether it is JSON's null, which is content like any other value and not the absence of content. */
    public boolean isNull() {
        return text.strip().equals("null");
    }

    /** Its length only: content is private to the caller and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Json[" + text.length() + " characters]";
    }
}
