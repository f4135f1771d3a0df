package sessions.wire.command;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.Utf8;
import sessions.wire.json.ValueType;

/**
 * The members of a JSON object that carries a command: some say which it is, the others are its arguments. Each value is kept as
 * the very text that was sent.
 */
public final class MessageMembers {

    private final JsonMembers members;

    private MessageMembers(JsonMembers members) {
        this.members = members;
    }

    /**
     * Reads a message.
     *
     * @throws sessions.domain.error.InvalidJsonException where it is not one JSON value in UTF-8, or nests too deep
     * @throws InvalidDataException where it is no object, or a member is given twice
     */
    public static MessageMembers read(byte[] message) {
        return new MessageMembers(JsonMembers.parseObject(Utf8.decode(message)));
    }

    /** Reads an object of whose members one is a message, otherwise like {@link #read}. */
    public static MessageMembers readEnvelope(byte[] envelope) {
        return new MessageMembers(JsonMembers.parseEnvelope(Utf8.decode(envelope)));
    }

    /** Whether there is such a member, be it JSON's null. */
    public boolean has(String name) {
        return members.names().contains(name);
    }

    /** Whether a member is a string and that one. */
    public boolean holds(String name, String text) {
        JsonMembers.Value value = members.get(name);
        return value != null && text.equals(value.string());
    }

    /** The JSON text of a member, null where it is absent or JSON's null. */
    public @Nullable String json(String name) {
        JsonMembers.Value value = members.get(name);
        return value == null ? null : value.text();
    }

    /**
     * A member that is a string, null where it is absent or JSON's null.
     *
     * @throws InvalidDataException where it is another value
     */
    public @Nullable String text(String name) {
        ArgumentReader reader = new ArgumentReader(members);
        String text = reader.text(name);
        reader.throwIfInvalid();
        return text;
    }

    /**
     * A member that is a message.
     *
     * @throws InvalidDataException where it is absent or no object, or has a member twice
     */
    public MessageMembers message(String name) {
        JsonMembers.Value value = members.get(name);
        if (value == null || value.type() != ValueType.MAP) {
            throw InvalidDataException.of(name, "must be a JSON object");
        }
        return new MessageMembers(JsonMembers.parseObject(value.text()));
    }

    /** All members but those with such names. */
    public MessageMembers without(Predicate<String> names) {
        return new MessageMembers(members.without(names));
    }

    JsonMembers arguments() {
        return members;
    }
}
