package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sessions.domain.SessionFilter;

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
        if (filter.userId() != null) {
            conditions.add("user_id = :user_id");
            parameters.put("user_id", filter.userId());
        }
        if (filter.active() != null) {
            conditions.add(filter.active() ? "active and expires_at >= :now" : "(not active or expires_at < :now)");
            parameters.put("now", now.toEpochMilli());
        }
        if (filter.fromTime() != null) {
            conditions.add("request_time >= :from_time");
            parameters.put("from_time", filter.fromTime().toEpochMilli());
        }
        if (filter.toTime() != null) {
            conditions.add("request_time < :to_time");
            parameters.put("to_time", filter.toTime().toEpochMilli());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new FilterSql(where, parameters);
    }
}
