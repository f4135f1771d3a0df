package sessions.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.InvalidDataException;
import sessions.domain.Violation;

/**
 * The members of a JSON object, each value as the very text that was given. An empty text, {@code null}, arrays and
 * scalars count as an object without members, as in the contract.
 */
final class Arguments {

    private static final int LONGEST_SHOWN = 64;

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
     * @throws sessions.domain.InvalidJsonException where the document is not one JSON value, or nests too deep
     * @throws InvalidDataException where a member is given twice
     */
    static Arguments parse(String document) {
        return new Arguments(document.isEmpty() ? Map.of() : StrictJson.ENVELOPE.read(document, Arguments::members));
    }

    /** The value of a member, or null where it is absent or JSON's null. */
    @Nullable
    Value get(String name) {
        Value value = values.get(name);
        return value == null || value.type() == ValueType.NULL ? null : value;
    }

    private static Map<String, Value> members(TextCursor document) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (document.type() != ValueType.MAP) {
            return values;
        }
        while (document.nextMember()) {
            String name = document.name();
            document.nextValue();
            if (values.put(name, value(document)) != null) {
                throw new InvalidDataException(List.of(new Violation(shown(name), "must not be given twice")));
            }
        }
        return values;
    }

    private static Value value(TextCursor member) {
        ValueType type = member.type();
        int start = member.start();
        String string = member.string();
        return new Value(type, member.text().substring(start, member.end()), string);
    }

    /** A name that the caller chose, fit for messages and logs. */
    private static String shown(String name) {
        return OneLine.of(name, LONGEST_SHOWN) + (name.length() > LONGEST_SHOWN ? "…" : "");
    }
}
