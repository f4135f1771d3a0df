package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionFilter;
import sessions.domain.TimeRange;

/**
 * The condition of a filter as of a time. Only what restricts stands in it, so that each combination gets its own plan.
 *
 * @param where {@code where …}, or empty for no restriction
 * @param parameters the values it names
 */
record FilterSql(String where, Map<String, Object> parameters) {

    static FilterSql of(SessionFilter filter, Instant now) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        filter.sessionId().ifPresent(id -> {
            conditions.add("id = :id");
            parameters.put("id", SessionRow.uuid(id));
        });
        equal("user_id", filter.userId(), conditions, parameters);
        if (filter.active() != null) {
            conditions.add(filter.active() ? "active and expires_at >= :now" : "(not active or expires_at < :now)");
            parameters.put("now", now.toEpochMilli());
        }
        bound("request_time", filter.requested(), conditions, parameters);
        bound("open_time", filter.opened(), conditions, parameters);
        equal("address", filter.address(), conditions, parameters);
        equal("client", filter.client(), conditions, parameters);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new FilterSql(where, parameters);
    }

    private static void equal(String column, @Nullable String value, List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    private static void bound(String column, TimeRange range, List<String> conditions, Map<String, Object> parameters) {
        if (range.from() != null) {
            conditions.add(column + " >= :" + column + "_from");
            parameters.put(column + "_from", range.from().toEpochMilli());
        }
        if (range.to() != null) {
            conditions.add(column + " < :" + column + "_to");
            parameters.put(column + "_to", range.to().toEpochMilli());
        }
    }
}
