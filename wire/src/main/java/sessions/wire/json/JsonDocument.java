package sessions.wire.json;

import sessions.domain.model.Json;

/** Bodies that are one JSON value. */
public final class JsonDocument {

    private JsonDocument() {
    }

    /**
     * Reads a body that is one JSON value, strictly: RFC 8259 in UTF-8 without byte order mark, nested at most 500
     * levels.
     *
     * @return the value's text, unchanged except for white space around it; may be {@linkplain Json#isNull JSON null}
     * @throws sessions.domain.error.InvalidJsonException if the body is empty or not exactly one such value
     */
    public static Json read(byte[] utf8) {
        String document = Utf8.decode(utf8);
        // Not by offsets: after a number they include white space, which the parser reads to find its end.
        return StrictJson.CONTENT.read(document, tokens -> new Json(document.strip()));
    }

    /**
     * Encodes a document as a body.
     *
     * @throws sessions.domain.error.InvalidJsonException if it contains a lone surrogate, which UTF-8 cannot encode
     */
    public static byte[] body(String document) {
        return Utf8.encode(document);
    }

    /**
     * Returns the content if it is one JSON value. Otherwise it could inject members into the document it is written
     * into.
     *
     * @throws sessions.domain.error.InvalidJsonException if it is not one JSON value
     */
    public static Json checked(Json content) {
        return StrictJson.CONTENT.read(content.text(), tokens -> content);
    }
}
