package sessions.wire.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A place in a JSON text, on a value or on the name of a member. Moves forward only. */
public final class JsonScanner {

    private final String text;
    private final JsonParser parser;

    JsonScanner(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** The text that offsets are about, as a whole. */
    public String text() {
        return text;
    }

    /** Moves from an object, or from a value in it, to the name of its next member; false where there is none. */
    public boolean nextMember() {
        return parser.nextToken() == JsonToken.PROPERTY_NAME;
    }

    /** Moves from an array, or from an element of it that is at its end, to the next element; false where there is none. */
    boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** The decoded name of the member. */
    public String name() {
        return parser.currentName();
    }

    /** Moves from a member's name to its value. */
    public void nextValue() {
        parser.nextToken();
    }

    public ValueType type() {
        return ValueType.of(parser.currentToken());
    }

    /** The decoded text of a string, null for other types. */
    public @Nullable String string() {
        return type() == ValueType.STRING ? parser.getString() : null;
    }

    /** The offset of the first character of the name or value. */
    public int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Moves past what is left of the value and gives the offset after its last character. */
    public int end() {
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getCharOffset();
    }
}
