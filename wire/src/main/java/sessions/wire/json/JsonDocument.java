package sessions.wire.json;

import sessions.domain.model.Json;

/** Bodies that are one JSON value. */
public final class JsonDocument {

    private JsonDocument() {
    }

    /**
     * Reads a body that is one JSON value, strictly: RFC 8259 in UTF-8 without byte order mark, nested up to 500
     * levels.
     *
     * @return the very text of the value, without white space around it; may be {@linkplain Json#isNull JSON's null}
     * @throws sessions.domain.error.InvalidJsonException where the body is empty, or anything but one such value
     */
    public static Json read(byte[] utf8) {
        String document = Utf8.decode(utf8);
        // By offsets, a number would keep a white space: the parser reads one further to find its end.
        return StrictJson.CONTENT.read(document, _ -> new Json(document.strip()));
    }

    /**
     * The body that a document travels as.
     *
     * @throws sessions.domain.error.InvalidJsonException where it holds a lone surrogate, which UTF-8 cannot carry
     */
    public static byte[] body(String document) {
        return Utf8.encode(document);
    }

    /**
     * The same content, for writing it into a document, of which it must not become several members.
     *
     * @throws sessions.domain.error.InvalidJsonException where it is not one JSON value
     */
    public static Json checked(Json content) {
        return StrictJson.CONTENT.read(content.text(), _ -> content);
    }
}
