package sessions.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.InvalidDataException;
import sessions.domain.SessionId;
import sessions.domain.SessionV1;

/**
 * Reads sessions in resource form. What it does not know is passed over, so that the answers of newer services can be
 * read; content is kept as the very text.
 */
final class SessionReader {

    private final ArgumentReader members;

    private SessionReader(ArgumentReader members) {
        this.members = members;
    }

    /** @throws InvalidDataException where it is no such session */
    static SessionV1 read(Arguments members) {
        try {
            return new SessionReader(new ArgumentReader(members)).read();
        } catch (IllegalArgumentException brokenInvariant) {
            throw InvalidDataException.of("session", "is none: " + brokenInvariant.getMessage());
        }
    }

    private SessionV1 read() {
        SessionId id = required("id", SessionId.parse(members.requiredText("id")).orElse(null));
        String userId = members.requiredText("user_id");
        boolean active = members.flag("active");
        Instant openTime = required("open_time", members.time("open_time"));
        Instant requestTime = required("request_time", members.time("request_time"));
        Instant closeTime = members.time("close_time");
        Instant expiresAt = active
                ? required("expires_at", members.time("expires_at"))
                : required("close_time", closeTime);
        long version = required("version", members.version("version"));
        SessionV1 session = new SessionV1(id, userId, members.text("user_name"), active, openTime, closeTime,
                requestTime, members.text("address"), members.text("client"), members.json("user"),
                members.json("data"), version, expiresAt);
        members.throwIfInvalid();
        return session;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            members.throwIfInvalid();
            throw InvalidDataException.of(name, "must be there");
        }
        return value;
    }
}
