package sessions.persistence.jdbi;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import sessions.domain.ExpiryPolicy;
import sessions.domain.SessionChange;
import sessions.domain.SessionId;

/**
 * A change as one conditional update: it matches only the active, unexpired session in the expected version, and
 * computes the new values from the row itself, so that nothing is read first.
 */
record ChangeSql(String update, Map<String, Object> parameters) {

    /** Far beyond any lifetime, and safe to add to any time. */
    private static final long UNLIMITED = Long.MAX_VALUE / 2;

    private static final String REQUEST_TIME = "greatest(request_time, :time)";

    private static final String EXTEND = """
            request_time = %1$s,
            expires_at = greatest(%1$s, least(%1$s + :idle_timeout, open_time + :max_lifetime)),
            version = version + 1""".formatted(REQUEST_TIME);

    /** Closes a session at {@code %s}. */
    private static final String CLOSE = """
            active = false, close_time = %s, user_content = null, data_content = null, version = version + 1""";

    /** Closes an expired session as of the instant it expired. */
    static final String CLOSE_EXPIRED = CLOSE.formatted("expires_at");

    static ChangeSql of(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", SessionRow.uuid(id));
        parameters.put("time", change.time().toEpochMilli());
        String assignments = switch (change) {
            case SessionChange.StoreData store -> {
                parameters.put("content", store.data().text());
                yield "data_content = :content, " + extend(expiry, parameters);
            }
            case SessionChange.UpdateUser update -> {
                parameters.put("content", update.user().text());
                yield "user_content = :content, " + extend(expiry, parameters);
            }
            case SessionChange.Touch _ -> extend(expiry, parameters);
            case SessionChange.Close _ -> "request_time = " + REQUEST_TIME + ", " + CLOSE.formatted(REQUEST_TIME);
        };
        String update = "update sessions set " + assignments + " where id = :id and active and expires_at >= :time";
        Long version = change.expectedVersion();
        if (version == null) {
            return new ChangeSql(update, parameters);
        }
        parameters.put("version", version);
        return new ChangeSql(update + " and version = :version", parameters);
    }

    private static String extend(ExpiryPolicy expiry, Map<String, Object> parameters) {
        Duration lifetime = expiry.maxLifetime();
        parameters.put("idle_timeout", expiry.idleTimeout().toMillis());
        parameters.put("max_lifetime", lifetime == null ? UNLIMITED : lifetime.toMillis());
        return EXTEND;
    }
}
