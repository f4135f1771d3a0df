package sessions.persistence.jdbi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * A change as one conditional statement. It matches only a session that the change applies to, and computes the new
 * values from the row, so that nothing is read first.
 *
 * @param text the statement, which does not return the row yet
 * @param parameters values of its named parameters
 */
record ChangeSql(String text, Map<String, Object> parameters) {

    /** Longer than any lifetime, and small enough to add to any time without overflow. */
    private static final long UNLIMITED = Long.MAX_VALUE / 2;

    private static final String REQUEST_TIME = "greatest(request_time, :time)";

    /** The highest version stays, see {@link SessionV1}. Versions below 1 count as 1, see {@link SessionRow}. */
    private static final String NEXT_VERSION = "least(greatest(version, 1), " + (Long.MAX_VALUE - 1) + ") + 1";

    private static final String EXTEND = String.format(Locale.ROOT, """
            request_time = %1$s,
            expires_at = greatest(%1$s, least(%1$s + :idle_timeout, open_time + :max_lifetime)),
            version = %2$s""", REQUEST_TIME, NEXT_VERSION);

    /** Closes a session at {@code %s}. */
    private static final String CLOSE = "active = false, close_time = %s, user_content = null, data_content = null,"
            + " version = " + NEXT_VERSION;

    /** Closes a session at {@code :time}. */
    static final String CLOSE_AT_TIME = "request_time = " + REQUEST_TIME + ", "
            + String.format(Locale.ROOT, CLOSE, REQUEST_TIME);

    /** Closes an expired session as of its expiry. */
    static final String CLOSE_EXPIRED = String.format(Locale.ROOT, CLOSE, "expires_at");

    /** The version as callers see it: an expired session that has not been swept counts as closed. */
    private static final String VERSION_NOW = "case when active and expires_at < :now then " + NEXT_VERSION
            + " else greatest(version, 1) end";

    static ChangeSql of(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", SessionRow.uuid(id));
        parameters.put("time", change.time().toEpochMilli());
        StringBuilder text = new StringBuilder("update sessions set ").append(assignments(change, expiry, parameters))
                .append(" where id = :id and active and expires_at >= :time");
        Long version = change.expectedVersion();
        if (version != null) {
            text.append(" and greatest(version, 1) = :version");
            parameters.put("version", version);
        }
        if (change instanceof SessionChange.Touch touch && !touch.interval().isZero()) {
            text.append(" and request_time <= :latest_request");
            parameters.put("latest_request", touch.time().minus(touch.interval()).toEpochMilli());
        }
        return new ChangeSql(text.toString(), parameters);
    }

    static ChangeSql delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        String text = "delete from sessions where id = :id";
        UUID uuid = SessionRow.uuid(id);
        return expectedVersion == null
                ? new ChangeSql(text, Map.of("id", uuid))
                : new ChangeSql(text + " and " + VERSION_NOW + " = :version",
                        Map.of("id", uuid, "now", now.toEpochMilli(), "version", expectedVersion));
    }

    private static String assignments(SessionChange change, ExpiryPolicy expiry, Map<String, Object> parameters) {
        return switch (change) {
            case SessionChange.StoreData store -> {
                parameters.put("content", store.data().text());
                yield "data_content = :content, " + extend(expiry, parameters);
            }
            case SessionChange.UpdateUser update -> {
                parameters.put("content", update.user().text());
                yield "user_content = :content, " + extend(expiry, parameters);
            }
            case SessionChange.Touch _ -> extend(expiry, parameters);
            case SessionChange.Close _ -> CLOSE_AT_TIME;
        };
    }

    private static String extend(ExpiryPolicy expiry, Map<String, Object> parameters) {
        Duration lifetime = expiry.maxLifetime();
        parameters.put("idle_timeout", expiry.idleTimeout().toMillis());
        parameters.put("max_lifetime", lifetime == null ? UNLIMITED : lifetime.toMillis());
        return EXTEND;
    }
}
