package sessions.wire.archive;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.ResponseReader;

/** Reads one {@link StoredSession} and records corrections. */
final class StoredSessionReader {

    /** Programs in JavaScript cannot represent higher numbers exactly (RFC 8259, 6). */
    private static final long MAX_VERSION = (1L << 53) - 1;

    private final ResponseReader members;
    private final Set<Normalisation> normalised = EnumSet.noneOf(Normalisation.class);

    StoredSessionReader(ResponseReader members) {
        this.members = members;
    }

    StoredSession read(ExpiryPolicy expiry) {
        SessionId id = id();
        SessionV1 session = session(id, expiry);
        ResponseReader record = members.optionalObject("opening_claim");
        IdempotencyRecord opened = record == null ? null : IdempotencyRecordJson.read(record, id);
        return new StoredSession(session, normalised, opened);
    }

    private SessionV1 session(SessionId id, ExpiryPolicy expiry) {
        String userId = userId();
        boolean active = members.flag("active");
        Instant openTime = members.required("open_time", StoredValue::time);
        Instant requestTime = requestTime(openTime);
        Instant closeTime = closeTime(active, requestTime);
        Instant expiresAt = expiresAt(active, requestTime);
        return new SessionV1(id, userId, text("user_name"), active, openTime, closeTime, requestTime, text("address"),
                text("client"), content("user", active), content("data", active), version(),
                expiresAt == null ? expiresAt(openTime, requestTime, closeTime, expiry) : expiresAt);
    }

    private SessionId id() {
        SessionId id = members.optional("id", StoredValue::id);
        return id == null ? members.required("_id", StoredValue::id) : id;
    }

    private String userId() {
        String userId = text("user_id");
        return userId == null ? corrected(Normalisation.NO_USER_ID, "") : userId;
    }

    private @Nullable String text(String name) {
        return members.optional(name, ArgumentReader::text);
    }

    private Instant requestTime(Instant openTime) {
        Instant time = members.optional("request_time", StoredValue::time);
        return time == null || time.isBefore(openTime)
                ? corrected(Normalisation.REQUEST_BEFORE_OPENING, openTime)
                : time;
    }

    private @Nullable Instant closeTime(boolean active, Instant requestTime) {
        Instant time = members.optional("close_time", StoredValue::time);
        if (active && time != null) {
            normalised.add(Normalisation.CLOSE_TIME_WHEN_ACTIVE);
        }
        if (active) {
            return null;
        }
        return time == null ? corrected(Normalisation.NO_CLOSE_TIME, requestTime) : time;
    }

    private @Nullable Json content(String name, boolean active) {
        Json content = members.optional(name, ArgumentReader::json);
        if (content != null && !active) {
            normalised.add(Normalisation.CONTENT_WHEN_CLOSED);
        }
        return content == null || !active ? null : plain(content);
    }

    private long version() {
        Long version = members.optional("version", StoredValue::version);
        if (version == null) {
            return 1;
        }
        return version > MAX_VERSION ? corrected(Normalisation.VERSION_TOO_HIGH, MAX_VERSION) : version;
    }

    /**
     * Only MongoDB exports have the name {@code _id}; in other documents, content that looks like extended JSON is not
     * converted.
     */
    private Json plain(Json content) {
        return members.optional("_id", StoredValue::id) == null ? content : ExtendedJson.plain(content);
    }

    /** Null if absent, or if outdated because another program changed the session later. */
    private @Nullable Instant expiresAt(boolean active, Instant requestTime) {
        Instant time = members.optional("expires_at", StoredValue::time);
        if (time != null && active && time.isBefore(requestTime)) {
            normalised.add(Normalisation.EXPIRED_BEFORE_REQUEST);
            return null;
        }
        return time;
    }

    private static Instant expiresAt(Instant openTime, Instant requestTime, @Nullable Instant closeTime,
            ExpiryPolicy expiry) {
        return closeTime == null ? expiry.expiresAt(openTime, requestTime) : closeTime;
    }

    private <T> T corrected(Normalisation correction, T value) {
        normalised.add(correction);
        return value;
    }
}
