package sessions.wire;

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
 * Takes typed values out of {@link Arguments} and remembers what is wrong with them, so that one error names every
 * argument at fault, in the order in which they are asked for. After the last one, {@link #throwIfInvalid()}; until
 * then a required value that is missing reads as an empty text.
 */
final class ArgumentReader {

    private final Arguments arguments;
    private final String prefix;
    private final List<Violation> violations;
    private final Set<String> asked = new LinkedHashSet<>();

    ArgumentReader(Arguments arguments) {
        this(arguments, "", new ArrayList<>());
    }

    private ArgumentReader(Arguments arguments, String prefix, List<Violation> violations) {
        this.arguments = arguments;
        this.prefix = prefix;
        this.violations = violations;
    }

    /** A required text of any form. */
    String requiredText(String name) {
        return present(name) ? orEmpty(text(name)) : "";
    }

    /** A required text within its limits. */
    String requiredText(SessionText text) {
        return present(text.field()) ? orEmpty(text(text)) : "";
    }

    /** An optional text of any form. */
    @Nullable
    String text(String name) {
        Arguments.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.string() == null) {
            refuseType(name, ValueType.STRING.label(), value);
        }
        return value.string();
    }

    /** An optional text within its limits. */
    @Nullable
    String text(SessionText text) {
        String value = text(text.field());
        return value == null ? null : checked(text, value);
    }

    /** The same text; where it is out of its limits, that is remembered. */
    String checked(SessionText text, String value) {
        text.violation(value).ifPresent(violations::add);
        return value;
    }

    /** Required content: any JSON value but null. */
    Json requiredJson(String name) {
        Arguments.Value value = present(name) ? value(name) : null;
        return new Json(value == null ? "null" : value.text());
    }

    /** Optional content, null where absent or JSON's null. */
    @Nullable
    Json json(String name) {
        Arguments.Value value = value(name);
        return value == null ? null : new Json(value.text());
    }

    /** An optional number of any form. */
    @Nullable
    Double number(String name) {
        Arguments.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.type().isNumber()) {
            refuseType(name, "long", value);
            return null;
        }
        return Double.valueOf(value.text());
    }

    /** Whether an optional flag is set. */
    boolean flag(String name) {
        Arguments.Value value = value(name);
        if (value == null) {
            return false;
        }
        if (value.type() != ValueType.BOOLEAN) {
            refuseType(name, "boolean", value);
            return false;
        }
        return Boolean.parseBoolean(value.text());
    }

    /** An optional version of a session, which is a positive integer. */
    @Nullable
    Long version(String name) {
        Arguments.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.type() != ValueType.LONG) {
            refuseType(name, ValueType.LONG.label(), value);
            return null;
        }
        Optional<Long> version = VersionText.parse(value.text());
        if (version.isEmpty()) {
            refuse(name, "must be the version of a session, which is at least 1");
        }
        return version.orElse(null);
    }

    /** An optional idempotency key. */
    @Nullable
    IdempotencyKey idempotencyKey(String name) {
        String text = text(name);
        IdempotencyKey key = text == null ? null : IdempotencyKey.parse(text).orElse(null);
        if (text != null && key == null) {
            refuse(name, IdempotencyKey.EXPECTED);
        }
        return key;
    }

    /** An optional time, as a text or in epoch milliseconds. */
    @Nullable
    Instant time(String name) {
        Arguments.Value value = value(name);
        if (value == null) {
            return null;
        }
        boolean number = value.type().isNumber();
        String text = value.string() == null ? value.text() : value.string();
        Optional<Instant> time = number || value.string() != null ? TimeText.parse(text, number) : Optional.empty();
        if (time.isEmpty()) {
            refuse(name, TimeText.EXPECTED);
        }
        return time.orElse(null);
    }

    /** An optional flag that was given as a text. */
    @Nullable
    Boolean textFlag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            refuse(name, "must be true or false");
            return null;
        }
        return Boolean.valueOf(text);
    }

    /** The value of a member whatever its type, or null where it is absent or JSON's null. */
    Arguments.@Nullable Value value(String name) {
        asked.add(name);
        return arguments.get(name);
    }

    /** The members of an optional object; none where it is absent. What is wrong with them is remembered here. */
    ArgumentReader object(String name) {
        Arguments.Value value = value(name);
        if (value != null && value.type() != ValueType.MAP) {
            // The contract writes this one type with a capital and does not say what was found.
            refuse(name, "type must be Map");
        }
        String members = value == null || value.type() != ValueType.MAP ? "" : value.text();
        return new ArgumentReader(Arguments.parse(members), prefix + name + ".", violations);
    }

    /** Texts by name, as the members of an object. What is wrong with them is remembered here. */
    ArgumentReader texts(String name, Map<String, String> texts) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((member, text) -> single.put(member, List.of(text)));
        return new ArgumentReader(Arguments.ofTexts(single), prefix + name + ".", violations);
    }

    void refuse(String name, String problem) {
        violations.add(new Violation(prefix + name, problem));
    }

    void refuseType(String name, String expected, Arguments.Value found) {
        refuse(name, "type must be " + expected + " but found " + found.type().label());
    }

    /** Refuses that a member is absent; JSON's null counts as there, see {@link #refuseNulls}. */
    void requireNamed(String name) {
        if (!arguments.names().contains(name)) {
            refuse(name, "must be given");
        }
    }

    /** Refuses members that are JSON's null. */
    void refuseNulls() {
        arguments.names().stream().filter(name -> arguments.get(name) == null)
                .forEach(name -> refuse(Arguments.shown(name), "must not be null"));
    }

    /** Refuses members that were not asked for, so call it when all others were read. */
    void refuseUnknown() {
        String problem = "is unknown here" + (asked.isEmpty() ? "" : "; known are " + String.join(", ", asked));
        arguments.names().stream().filter(name -> !asked.contains(name))
                .forEach(name -> refuse(Arguments.shown(name), problem));
    }

    void throwIfInvalid() {
        InvalidDataException.throwIfAny(violations);
    }

    private boolean present(String name) {
        if (value(name) == null) {
            refuse(name, "must not be null");
            return false;
        }
        return true;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
