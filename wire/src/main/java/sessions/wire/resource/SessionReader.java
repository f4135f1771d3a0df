package sessions.wire.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.ResponseReader;

/** Reads sessions in the form of the resource API; content keeps its text. */
final class SessionReader {

    private SessionReader() {
    }

    /** @throws InvalidDataException if it is not such a session */
    static SessionV1 read(ResponseReader members) {
        try {
            return session(members);
        } catch (IllegalArgumentException brokenInvariant) {
            throw InvalidDataException.of("session", "is not valid: " + brokenInvariant.getMessage());
        }
    }

    private static SessionV1 session(ResponseReader members) {
        boolean active = members.flag("active");
        Instant closeTime = members.optional("close_time", ArgumentReader::time);
        return new SessionV1(new SessionId(members.required("id", ArgumentReader::text)),
                members.required("user_id", ArgumentReader::text), members.optional("user_name", ArgumentReader::text),
                active, members.required("open_time", ArgumentReader::time), closeTime,
                members.required("request_time", ArgumentReader::time),
                members.optional("address", ArgumentReader::text), members.optional("client", ArgumentReader::text),
                members.optional("user", ArgumentReader::json), members.optional("data", ArgumentReader::json),
                members.required("version", ArgumentReader::version), expiresAt(members, active, closeTime));
    }

    /** A closed session has no expiry in the response; its close time is used instead. */
    private static Instant expiresAt(ResponseReader members, boolean active, @Nullable Instant closeTime) {
        return active || closeTime == null ? members.required("expires_at", ArgumentReader::time) : closeTime;
    }
}
