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
 * Reads typed values from {@link JsonMembers} and collects violations, so that one error names all invalid arguments,
 * in the order in which they are read. Call {@link #throwIfInvalid()} after the last argument; until then, a missing
 * required value reads as an empty text.
 */
public final class ArgumentReader {

    private final JsonMembers arguments;
    private final Wording wording;
    private final String prefix;
    private final List<Violation> violations;
    private final Set<String> read = new LinkedHashSet<>();

    /** Creates a reader whose errors have the words of the contract. */
    public ArgumentReader(JsonMembers arguments) {
        this(arguments, Wording.CONTRACT, "", new ArrayList<>());
    }

    /** Returns a reader whose errors are in plain words. */
    public static ArgumentReader plain(JsonMembers arguments) {
        return new ArgumentReader(arguments, Wording.PLAIN, "", new ArrayList<>());
    }

    /**
     * Returns a reader for a body that must be an object. Its errors are in plain words.
     *
     * @throws InvalidDataException if it is another value
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static ArgumentReader ofObject(byte[] body) {
        return plain(JsonMembers.parseObject(Utf8.decode(body)));
    }

    private ArgumentReader(JsonMembers arguments, Wording wording, String prefix, List<Violation> violations) {
        this.arguments = arguments;
        this.wording = wording;
        this.prefix = prefix;
        this.violations = violations;
    }

    /** Returns a required text. */
    public String requiredText(String name) {
        return present(name) ? orEmpty(text(name)) : "";
    }

    /** Returns a required text within its limits. */
    public String requiredText(SessionText text) {
        return present(text.field()) ? orEmpty(text(text)) : "";
    }

    /** Returns an optional text. */
    public @Nullable String text(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.string() == null) {
            rejectType(name, ValueType.STRING, value);
        }
        return value.string();
    }

    /** Returns an optional text within its limits. */
    public @Nullable String text(SessionText text) {
        String value = text(text.field());
        return value == null ? null : checked(text, value);
    }

    /** Returns the text; records a violation if it exceeds its limits. */
    public String checked(SessionText text, String value) {
        text.violation(value).ifPresent(violations::add);
        return value;
    }

    /** Returns required content: any JSON value except null. */
    public Json requiredJson(String name) {
        JsonMembers.Value value = present(name) ? value(name) : null;
        return new Json(value == null ? "null" : value.text());
    }

    /** Returns optional content, null if absent or JSON null. */
    public @Nullable Json json(String name) {
        JsonMembers.Value value = value(name);
        return value == null ? null : new Json(value.text());
    }

    /** Returns an optional number. */
    public @Nullable Double number(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.type().isNumber()) {
            rejectType(name, ValueType.LONG, value);
            return null;
        }
        return Double.valueOf(value.text());
    }

    /** Returns whether an optional flag is set. */
    public boolean flag(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return false;
        }
        if (value.type() != ValueType.BOOLEAN) {
            rejectType(name, ValueType.BOOLEAN, value);
            return false;
        }
        return Boolean.parseBoolean(value.text());
    }

    /** Returns an optional version of a session, a positive integer. */
    public @Nullable Long version(String name) {
        JsonMembers.Value value = value(name);
        if (value == null) {
            return null;
        }
        if (value.type() != ValueType.LONG) {
            rejectType(name, ValueType.LONG, value);
            return null;
        }
        Optional<Long> version = VersionText.parse(value.text());
        if (version.isEmpty()) {
            reject(name, "must be a session version of at least 1");
        }
        return version.orElse(null);
    }

    /** Returns an optional idempotency key. */
    public @Nullable IdempotencyKey idempotencyKey(String name) {
        String text = text(name);
        IdempotencyKey key = text == null ? null : IdempotencyKey.parse(text).orElse(null);
        if (text != null && key == null) {
            reject(name, IdempotencyKey.EXPECTED);
        }
        return key;
    }

    /** Returns an optional time, given as a text or in epoch milliseconds. */
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

    /** Returns an optional flag that is given as a text. */
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

    /** Returns the value of a member of any type; null if absent or JSON null. */
    public JsonMembers.@Nullable Value value(String name) {
        read.add(name);
        return arguments.get(name);
    }

    /** Returns the members of an optional object, none if absent. Their violations are collected here. */
    public ArgumentReader object(String name) {
        JsonMembers.Value value = value(name);
        if (value != null && value.type() != ValueType.MAP) {
            rejectType(name, ValueType.MAP, value);
        }
        String members = value == null || value.type() != ValueType.MAP ? "" : value.text();
        return new ArgumentReader(JsonMembers.parse(members), wording, prefix + name + ".", violations);
    }

    /** Returns a reader for texts by name, like the members of an object. Their violations are collected here. */
    public ArgumentReader texts(String name, Map<String, String> texts) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((member, text) -> single.put(member, List.of(text)));
        return new ArgumentReader(JsonMembers.ofTexts(single), wording, prefix + name + ".", violations);
    }

    public void reject(String name, String problem) {
        violations.add(new Violation(prefix + name, problem));
    }

    public void rejectType(String name, ValueType expected, JsonMembers.Value found) {
        reject(name, wording.wrongType(expected, found.type()));
    }

    /** Rejects a missing member. JSON null does not count as missing, see {@link #rejectNulls}. */
    public void requireNamed(String name) {
        if (!arguments.names().contains(name)) {
            reject(name, wording.missing());
        }
    }

    /** Rejects members that are JSON null. */
    public void rejectNulls() {
        arguments.names().stream().filter(name -> arguments.get(name) == null)
                .forEach(name -> reject(JsonMembers.shown(name), Wording.NOT_NULL));
    }

    /** Rejects members that were not read. Call it after reading all others. */
    public void rejectUnknown() {
        String problem = "is unknown" + (read.isEmpty() ? "" : "; known names are " + String.join(", ", read));
        arguments.names().stream().filter(name -> !read.contains(name))
                .forEach(name -> reject(JsonMembers.shown(name), problem));
    }

    public void throwIfInvalid() {
        InvalidDataException.throwIfAny(violations);
    }

    private boolean present(String name) {
        if (value(name) == null) {
            reject(name, arguments.names().contains(name) ? Wording.NOT_NULL : wording.missing());
            return false;
        }
        return true;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
