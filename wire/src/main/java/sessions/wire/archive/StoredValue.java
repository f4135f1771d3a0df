package sessions.wire.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionId;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.TimeText;
import sessions.wire.json.ValueType;
import sessions.wire.json.VersionText;

/**
 * Values of a stored session's members. They may be in MongoDB Extended JSON, where a typed value is an object with one
 * member that names the type. Each method returns null if the member is absent.
 */
final class StoredValue {

    private StoredValue() {
    }

    static @Nullable SessionId id(ArgumentReader members, String name) {
        JsonMembers.Value value = members.value(name);
        if (value == null) {
            return null;
        }
        Optional<SessionId> id = Optional.ofNullable(value.string()).flatMap(SessionId::parse);
        if (id.isEmpty()) {
            members.reject(name, "must be a text of 32 lower-case hexadecimal digits"
                    + (value.string() == null ? " but is of type " + value.type().label() : ""));
        }
        return id.orElse(null);
    }

    /** Returns the time, truncated to whole milliseconds. */
    static @Nullable Instant time(ArgumentReader members, String name) {
        JsonMembers.Value value = members.value(name);
        if (value == null) {
            return null;
        }
        JsonMembers.Value date = number(wrapped(value, "$date").orElse(value));
        String text = date.string() == null ? date.text() : date.string();
        Optional<Instant> time = TimeText.parse(text, date.type().isNumber());
        if (time.isEmpty()) {
            members.reject(name, TimeText.EXPECTED);
        }
        return time.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
    }

    static @Nullable Long version(ArgumentReader members, String name) {
        JsonMembers.Value value = members.value(name);
        if (value == null) {
            return null;
        }
        JsonMembers.Value number = number(value);
        Optional<Long> version = number.type() == ValueType.LONG ? VersionText.parse(number.text()) : Optional.empty();
        if (version.isEmpty()) {
            members.reject(name, "must be a session version: a whole number of at least 1");
        }
        return version.orElse(null);
    }

    /** Returns the number that an object wraps as a text, or otherwise the value itself. */
    private static JsonMembers.Value number(JsonMembers.Value value) {
        return Stream.of("$numberLong", "$numberInt").flatMap(name -> wrapped(value, name).stream())
                .flatMap(wrapped -> Stream.ofNullable(wrapped.string()))
                .map(digits -> new JsonMembers.Value(ValueType.LONG, digits, null)).findFirst().orElse(value);
    }

    private static Optional<JsonMembers.Value> wrapped(JsonMembers.Value value, String name) {
        return value.type() == ValueType.MAP
                ? Optional.ofNullable(JsonMembers.parse(value.text()).get(name))
                : Optional.empty();
    }
}
