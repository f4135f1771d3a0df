package sessions.wire.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;

/**
 * Reads typed values from a service's response. Throws at the first invalid value, because nobody can correct a
 * response. Members that are not read are ignored, so that responses of newer services can be read.
 */
public final class ResponseReader {

    private final JsonMembers members;

    private ResponseReader(JsonMembers members) {
        this.members = members;
    }

    /**
     * Reads a body that must be an object.
     *
     * @throws InvalidDataException if it is another value
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static ResponseReader of(byte[] body) {
        return of(Utf8.decode(body));
    }

    /** Reads a document that must be an object, otherwise like {@link #of(byte[])}. */
    public static ResponseReader of(String document) {
        return new ResponseReader(JsonMembers.parseObject(document));
    }

    /** Returns an optional member, null if absent. */
    public <T> @Nullable T optional(String name, MemberReader<T> reader) {
        ArgumentReader arguments = ArgumentReader.plain(members);
        T value = reader.read(arguments, name);
        arguments.throwIfInvalid();
        return value;
    }

    /** Returns a required member. */
    public <T> T required(String name, MemberReader<T> reader) {
        T value = optional(name, reader);
        if (value == null) {
            throw InvalidDataException.of(name, "is missing");
        }
        return value;
    }

    /** Returns an optional count. */
    public @Nullable Long optionalCount(String name) {
        return optional(name, ResponseReader::count);
    }

    /** Returns a required count. */
    public long count(String name) {
        return required(name, ResponseReader::count);
    }

    /** Returns a required count that fits in an {@code int}. */
    public int smallCount(String name) {
        return Math.toIntExact(required(name, (arguments, at) -> CountReader.amount(arguments, at, Integer.MAX_VALUE)));
    }

    /** Returns a required flag. */
    public boolean flag(String name) {
        required(name, ArgumentReader::value);
        return required(name, ArgumentReader::flag);
    }

    /** Returns the members of an optional object, null if absent. */
    public @Nullable ResponseReader optionalObject(String name) {
        JsonMembers.Value object = members.get(name);
        return object == null ? null : of(object.text());
    }

    /** Returns the elements of a required array of objects. */
    public List<ResponseReader> objects(String name) {
        JsonMembers.Value array = members.get(name);
        if (array == null || array.type() != ValueType.ARRAY) {
            throw InvalidDataException.of(name, "must be an array");
        }
        return JsonMembers.elements(array.text()).stream().map(ResponseReader::new).toList();
    }

    private static @Nullable Long count(ArgumentReader arguments, String name) {
        return CountReader.amount(arguments, name, Long.MAX_VALUE);
    }

    /** Reads a member with a reader; returns null if absent. */
    public interface MemberReader<T> {
        @Nullable
        T read(ArgumentReader members, String name);
    }
}
