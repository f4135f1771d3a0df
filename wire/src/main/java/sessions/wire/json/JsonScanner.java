package sessions.wire.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A position in a JSON text, at a value or at the name of a member. Moves only forward. */
public final class JsonScanner {

    private final String text;
    private final JsonParser parser;

    JsonScanner(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** Returns the whole text, to which the offsets refer. */
    public String text() {
        return text;
    }

    /** Moves from an object, or from a value in it, to the name of its next member; returns false if there is none. */
    public boolean nextMember() {
        return parser.nextToken() == JsonToken.PROPERTY_NAME;
    }

    /** Moves from an array, or from the end of an element, to the next element; returns false if there is none. */
    boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Returns the decoded name of the member. */
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

    /** Returns the decoded text of a string, null for other types. */
    public @Nullable String string() {
        return type() == ValueType.STRING ? parser.getString() : null;
    }

    /** Returns the offset of the first character of the name or value. */
    public int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Moves to the end of the value and returns the offset after its last character. */
    public int end() {
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getCharOffset();
    }
}
