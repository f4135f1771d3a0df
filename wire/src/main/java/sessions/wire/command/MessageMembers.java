package sessions.wire.command;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.Utf8;
import sessions.wire.json.ValueType;

/**
 * The members of a JSON object that carries a command: some identify the command, the others are its arguments. Each
 * value keeps its original text.
 */
public final class MessageMembers {

    private final JsonMembers members;

    private MessageMembers(JsonMembers members) {
        this.members = members;
    }

    /**
     * Reads a message.
     *
     * @throws sessions.domain.error.InvalidJsonException if it is not one JSON value in UTF-8, or is nested too deeply
     * @throws InvalidDataException if it is not an object, or has a member twice
     */
    public static MessageMembers read(byte[] message) {
        return new MessageMembers(JsonMembers.parseObject(Utf8.decode(message)));
    }

    /** Reads an object with a message as a member, otherwise like {@link #read}. */
    public static MessageMembers readEnvelope(byte[] envelope) {
        return new MessageMembers(JsonMembers.parseEnvelope(Utf8.decode(envelope)));
    }

    /** Returns whether a member exists, even if it is JSON null. */
    public boolean has(String name) {
        return members.names().contains(name);
    }

    /** Returns whether a member is the given string. */
    public boolean holds(String name, String text) {
        JsonMembers.Value value = members.get(name);
        return value != null && text.equals(value.string());
    }

    /** Returns the JSON text of a member; null if it is absent or JSON null. */
    public @Nullable String json(String name) {
        JsonMembers.Value value = members.get(name);
        return value == null ? null : value.text();
    }

    /**
     * Returns a string member; null if it is absent or JSON null.
     *
     * @throws InvalidDataException if it is not a string
     */
    public @Nullable String text(String name) {
        ArgumentReader reader = new ArgumentReader(members);
        String text = reader.text(name);
        reader.throwIfInvalid();
        return text;
    }

    /**
     * Returns a member that is a message.
     *
     * @throws InvalidDataException if it is absent, is not an object, or has a member twice
     */
    public MessageMembers message(String name) {
        JsonMembers.Value value = members.get(name);
        if (value == null || value.type() != ValueType.MAP) {
            throw InvalidDataException.of(name, "must be a JSON object");
        }
        return new MessageMembers(JsonMembers.parseObject(value.text()));
    }

    /** Returns all members except those with matching names. */
    public MessageMembers without(Predicate<String> names) {
        return new MessageMembers(members.without(names));
    }

    JsonMembers arguments() {
        return members;
    }
}
