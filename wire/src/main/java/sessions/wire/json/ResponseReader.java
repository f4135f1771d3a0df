package sessions.wire.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;

/**
 * Takes typed values out of what a service answered. The first that is not as it must be is the error: nobody mends an
 * answer. Members that are not asked for are passed over, so that newer services can be read.
 */
public final class ResponseReader {

    private final JsonMembers members;

    private ResponseReader(JsonMembers members) {
        this.members = members;
    }

    /**
     * Reads a body that must be an object.
     *
     * @throws InvalidDataException where it is another value
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static ResponseReader of(byte[] body) {
        return of(Utf8.decode(body));
    }

    /** Reads a document likewise. */
    public static ResponseReader of(String document) {
        return new ResponseReader(JsonMembers.parseObject(document));
    }

    /** Reads an optional member, null where it is absent. */
    public <T> @Nullable T optional(String name, MemberReader<T> reader) {
        ArgumentReader reading = new ArgumentReader(members);
        T value = reader.read(reading, name);
        reading.throwIfInvalid();
        return value;
    }

    /** Reads a member that must be there. */
    public <T> T required(String name, MemberReader<T> reader) {
        T value = optional(name, reader);
        if (value == null) {
            throw InvalidDataException.of(name, "must be there");
        }
        return value;
    }

    /** An optional number of things. */
    public @Nullable Long optionalCount(String name) {
        return optional(name, ResponseReader::count);
    }

    /** A number of things that must be there. */
    public long count(String name) {
        return required(name, ResponseReader::count);
    }

    /** A number of things that must be there, no more than an {@code int} holds. */
    public int smallCount(String name) {
        return Math.toIntExact(required(name, (reading, at) -> CountReader.amount(reading, at, Integer.MAX_VALUE)));
    }

    /** A flag that must be there. */
    public boolean flag(String name) {
        required(name, ArgumentReader::value);
        return required(name, ArgumentReader::flag);
    }

    /** The members of an optional object, null where it is absent. */
    public @Nullable ResponseReader optionalObject(String name) {
        JsonMembers.Value object = members.get(name);
        return object == null ? null : of(object.text());
    }

    /** The elements of an array that must be there, all of them objects. */
    public List<ResponseReader> objects(String name) {
        JsonMembers.Value array = members.get(name);
        if (array == null || array.type() != ValueType.ARRAY) {
            throw InvalidDataException.of(name, "must be an array");
        }
        return JsonMembers.elements(array.text()).stream().map(ResponseReader::new).toList();
    }

    private static @Nullable Long count(ArgumentReader reading, String name) {
        return CountReader.amount(reading, name, Long.MAX_VALUE);
    }

    /** Takes a member of a type out of a reader, null where it is absent. */
    public interface MemberReader<T> {
        @Nullable
        T read(ArgumentReader members, String name);
    }
}
