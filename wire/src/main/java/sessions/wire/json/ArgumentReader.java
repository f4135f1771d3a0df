package sessions.wire.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionText;

/**
 * Takes typed values out of {@link JsonMembers} and remembers what is wrong with them, so that one error names every
 * argument at fault, in the order in which they are asked for. After the last one, {@link #throwIfInvalid()}; until
 * then a required value that is missing reads as an empty text.
 */
public final class ArgumentReader {

    private final JsonMembers arguments;
    private final String prefix;
    private final List<Violation> violations;
    private final Set<String> asked = new LinkedHashSet<>();

    public ArgumentReader(JsonMembers arguments) {
        this(arguments, "", new ArrayList<>());
    }

    /**
     * The members of a body that must be an object.
     *
     * @throws InvalidDataException if it is another value
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static ArgumentReader ofObject(byte[] body) {
        return new ArgumentReader(JsonMembers.parseObject(Utf8.decode(body)));
    }

    private ArgumentReader(JsonMembers arguments, String prefix, List<Violation> violations) {
        this.arguments = arguments;
        this.prefix = prefix;
        this.violations = violations;
    }

    /** A required text of any form. */
    public String requiredText(String name) {
        return present(name) ? orEmpty(text(name)) : "";
    }

    /** A required text within its limits. */
    public String requiredText(SessionText text) {
        return present(text.field()) ? orEmpty(text(text)) : "";
    }

    /** An optional text of any form. */
    public @Nullable String text(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.string() == null) {
            rejectType(name, ValueType.STRING.label(), value);
        }
        return value.string();
    }

    /** An optional text within its limits. */
    public @Nullable String text(SessionText text) {
        String value = text(text.field());
        return value == null ? null : checked(text, value);
    }

    /** The same text; where it is out of its limits, that is remembered. */
    public String checked(SessionText text, String value) {
        text.violation(value).ifPresent(violations::add);
        return value;
    }

    /** Required content: any JSON value but null. */
    public Json requiredJson(String name) {
        JsonMembers.Value value = present(name) ? value(name) : null;
        return new Json(value == null ? "null" : value.text());
    }

    /** Optional content, null where absent or JSON's null. */
    public @Nullable Json json(String name) {
        JsonMembers.Value value = value(name);
        return value == null ? null : new Json(value.text());
    }

    /** An optional number of any form. */
    public @Nullable Double number(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.type().isNumber()) {
            rejectType(name, "long", value);
            return null;
        }
        return Double.valueOf(value.text());
    }

    /** Whether an optional flag is set. */
    public boolean flag(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return false;
        }
        if (value.type() != ValueType.BOOLEAN) {
            rejectType(name, "boolean", value);
            return false;
        }
        return Boolean.parseBoolean(value.text());
    }

    /** An optional version of a session, which is a positive integer. */
    public @Nullable Long version(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.type() != ValueType.LONG) {
            rejectType(name, ValueType.LONG.label(), value);
            return null;
        }
        Optional<Long> version = VersionText.parse(value.text());
        if (version.isEmpty()) {
            reject(name, "must be the version of a session, which is at least 1");
        }
        return version.orElse(null);
    }

    /** An optional idempotency key. */
    public @Nullable IdempotencyKey idempotencyKey(String name) {
        String text = text(name);
        IdempotencyKey key = text == null ? null : IdempotencyKey.parse(text).orElse(null);
        if (text != null && key == null) {
            reject(name, IdempotencyKey.EXPECTED);
        }
        return key;
    }

    /** An optional time, as a text or in epoch milliseconds. */
    public @Nullable Instant time(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        boolean number = value.type().isNumber();
        String text = value.string() == null ? value.text() : value.string();
        Optional<Instant> time = number || value.string() != null ? TimeText.parse(text, number) : Optional.empty();
        if (time.isEmpty()) {
            reject(name, TimeText.EXPECTED);
        }
        return time.orElse(null);
    }

    /** An optional flag that was given as a text. */
    public @Nullable Boolean textFlag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            reject(name, "must be true or false");
            return null;
        }
        return Boolean.valueOf(text);
    }

    /** The value of a member whatever its type, or null where it is absent or JSON's null. */
    public JsonMembers.@Nullable Value value(String name) {
        asked.add(name);
        return arguments.get(name);
    }

    /** The members of an optional object; none where it is absent. What is wrong with them is remembered here. */
    public ArgumentReader object(String name) {
        JsonMembers.Value value = value(name);
        if (value != null && value.type() != ValueType.MAP) {
            // The contract writes this one type with a capital and does not say what was found.
            reject(name, "type must be Map");
        }
        String members = value == null || value.type() != ValueType.MAP ? "" : value.text();
        return new ArgumentReader(JsonMembers.parse(members), prefix + name + ".", violations);
    }

    /** Texts by name, as the members of an object. What is wrong with them is remembered here. */
    public ArgumentReader texts(String name, Map<String, String> texts) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((member, text) -> single.put(member, List.of(text)));
        return new ArgumentReader(JsonMembers.ofTexts(single), prefix + name + ".", violations);
    }

    public void reject(String name, String problem) {
        violations.add(new Violation(prefix + name, problem));
    }

    public void rejectType(String name, String expected, JsonMembers.Value found) {
        reject(name, "type must be " + expected + " but found " + found.type().label());
    }

    /** Refuses that a member is absent; JSON's null counts as there, see {@link #rejectNulls}. */
    public void requireNamed(String name) {
        if (!arguments.names().contains(name)) {
            reject(name, "must be given");
        }
    }

    /** Refuses members that are JSON's null. */
    public void rejectNulls() {
        arguments.names().stream().filter(name -> arguments.get(name) == null)
                .forEach(name -> reject(JsonMembers.shown(name), "must not be null"));
    }

    /** Refuses members that were not asked for, so call it when all others were read. */
    public void rejectUnknown() {
        String problem = "is unknown here" + (asked.isEmpty() ? "" : "; known are " + String.join(", ", asked));
        arguments.names().stream().filter(name -> !asked.contains(name))
                .forEach(name -> reject(JsonMembers.shown(name), problem));
    }

    public void throwIfInvalid() {
        InvalidDataException.throwIfAny(violations);
    }

    private boolean present(String name) {
        if (value(name) == null) {
            reject(name, "must not be null");
            return false;
        }
        return true;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
