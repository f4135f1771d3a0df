package sessions.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.InvalidDataException;
import sessions.domain.InvalidJsonException;
import sessions.domain.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The members of a JSON object, each value as the very text that was given. An empty text, {@code null}, arrays and
 * scalars count as an object without members, as in the contract.
 */
final class Arguments {

    /** How deep the content of a caller may nest. */
    static final int MAX_DEPTH = 500;

    private static final int LONGEST_SHOWN = 64;

    /** Sizes are bounded by the size of the body; names are not interned, because callers choose them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH + 1)
                    .maxNameLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE).build())
            .build();

    private final Map<String, Value> values;

    private Arguments(Map<String, Value> values) {
        this.values = values;
    }

    /**
     * One value.
     *
     * @param text as it was given, without white space around it
     * @param string the decoded text of a string, null for other types
     */
    record Value(ValueType type, String text, @Nullable String string) {
    }

    /**
     * Reads a whole document, strictly by RFC 8259.
     *
     * @throws InvalidJsonException where the document is not one JSON value, or nests too deep
     * @throws InvalidDataException where a member is given twice
     */
    static Arguments parse(String document) {
        if (document.isEmpty()) {
            return new Arguments(Map.of());
        }
        char[] text = document.toCharArray();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            return new Arguments(readDocument(parser, document));
        } catch (StreamConstraintsException tooDeep) {
            throw new InvalidJsonException("The JSON nests deeper than " + MAX_DEPTH + " levels");
        } catch (JacksonException malformed) {
            throw new InvalidJsonException("The JSON is malformed" + at(malformed.getLocation()));
        }
    }

    /** The value of a member, or null where it is absent or JSON's null. */
    @Nullable
    Value get(String name) {
        Value value = values.get(name);
        return value == null || value.type() == ValueType.NULL ? null : value;
    }

    private static Map<String, Value> readDocument(JsonParser parser, String document) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new InvalidJsonException("The body holds only white space where JSON is expected");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        if (first == JsonToken.START_OBJECT) {
            readMembers(parser, document, values);
        } else {
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new InvalidJsonException("The body holds more than one JSON value");
        }
        return values;
    }

    private static void readMembers(JsonParser parser, String document, Map<String, Value> values) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (values.put(name, readValue(parser, document)) != null) {
                throw new InvalidDataException(List.of(new Violation(shown(name), "must not be given twice")));
            }
        }
    }

    /** A name that the caller chose, fit for messages and logs. */
    private static String shown(String name) {
        return OneLine.of(name, LONGEST_SHOWN) + (name.length() > LONGEST_SHOWN ? "…" : "");
    }

    private static Value readValue(JsonParser parser, String document) {
        JsonToken token = parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String string = token == JsonToken.VALUE_STRING ? parser.getString() : null;
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        return new Value(ValueType.of(token), document.substring(start, end), string);
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
