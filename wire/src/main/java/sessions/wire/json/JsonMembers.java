package sessions.wire.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * The members of a JSON object, each value with its original text. An empty text, {@code null}, arrays and scalars
 * count as an object without members, as in the contract.
 */
public final class JsonMembers {

    private static final int MAX_SHOWN_LENGTH = 64;

    private final Map<String, Value> values;

    private JsonMembers(Map<String, Value> values) {
        this.values = values;
    }

    /**
     * One value.
     *
     * @param text the original text, without white space around it
     * @param string the decoded text of a string, null for other types
     */
    public record Value(ValueType type, String text, @Nullable String string) {
    }

    /**
     * Reads a document, strictly by RFC 8259.
     *
     * @throws sessions.domain.error.InvalidJsonException if the document is not one JSON value, or is nested too deeply
     * @throws InvalidDataException if it has a member twice
     */
    public static JsonMembers parse(String document) {
        return new JsonMembers(
                document.isEmpty() ? Map.of() : StrictJson.ENVELOPE.read(document, JsonMembers::members));
    }

    /**
     * Reads a document that must be an object, otherwise like {@link #parse}.
     *
     * @throws InvalidDataException also if it is another value
     */
    public static JsonMembers parseObject(String document) {
        return new JsonMembers(StrictJson.ENVELOPE.read(document, JsonMembers::membersOfObject));
    }

    /** Reads a document whose members contain content one level deeper, otherwise like {@link #parseObject}. */
    public static JsonMembers parseEnvelope(String document) {
        return new JsonMembers(StrictJson.FILE.read(document, JsonMembers::membersOfObject));
    }

    /**
     * Returns texts by name as members, for example the parameters of a query.
     *
     * @throws InvalidDataException if a name has more than one text
     */
    public static JsonMembers ofTexts(Map<String, List<String>> texts) {
        InvalidDataException.throwIfAny(texts.entrySet().stream().filter(text -> text.getValue().size() > 1)
                .map(text -> givenTwice(text.getKey())).toList());
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, new Value(ValueType.STRING, text.getFirst(), text.getFirst())));
        return new JsonMembers(values);
    }

    /**
     * Reads an array of objects.
     *
     * @throws InvalidDataException if an element is another value
     */
    static List<JsonMembers> elements(String array) {
        return StrictJson.ENVELOPE.read(array, cursor -> {
            List<JsonMembers> elements = new ArrayList<>();
            while (cursor.nextElement()) {
                elements.add(new JsonMembers(membersOfObject(cursor)));
            }
            return elements;
        });
    }

    /** Returns all members except those with matching names. */
    public JsonMembers without(Predicate<String> names) {
        Map<String, Value> others = new LinkedHashMap<>(values);
        others.keySet().removeIf(names);
        return new JsonMembers(others);
    }

    /** Returns the names of all members. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Returns the value of a member; null if absent or JSON null. */
    public @Nullable Value get(String name) {
        Value value = values.get(name);
        return value == null || value.type() == ValueType.NULL ? null : value;
    }

    private static Map<String, Value> members(JsonScanner document) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (document.type() != ValueType.MAP) {
            return values;
        }
        while (document.nextMember()) {
            String name = document.name();
            document.nextValue();
            if (values.put(name, value(document)) != null) {
                throw new InvalidDataException(List.of(givenTwice(name)));
            }
        }
        return values;
    }

    private static Map<String, Value> membersOfObject(JsonScanner document) {
        if (document.type() != ValueType.MAP) {
            throw new InvalidDataException(List.of(
                    new Violation("body", "must be a JSON object, got " + document.type().noun())));
        }
        return members(document);
    }

    private static Violation givenTwice(String name) {
        return new Violation(shown(name), "must not be given twice");
    }

    private static Value value(JsonScanner member) {
        ValueType type = member.type();
        int start = member.start();
        String string = member.string();
        return new Value(type, member.text().substring(start, member.end()), string);
    }

    /** Returns a name from the caller in a form that is safe for messages and logs. */
    static String shown(String name) {
        return name.isEmpty()
                ? "\"\""
                : SingleLine.of(name, MAX_SHOWN_LENGTH) + (name.length() > MAX_SHOWN_LENGTH ? "…" : "");
    }
}
