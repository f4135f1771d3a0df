package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.TimeRange;

/**
 * The conditions of a filter as of a time. Contains only conditions that restrict, so that each combination gets its
 * own plan.
 *
 * @param conditions all must be true
 * @param parameters values of their named parameters
 */
record FilterSql(List<String> conditions, Map<String, Object> parameters) {

    static FilterSql of(SessionFilter filter, Instant now, SqlDialect dialect) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.matchesNothing()) {
            conditions.add("false");
        }
        filter.sessionId().ifPresent(id -> {
            conditions.add("id = :id");
            parameters.put("id", SessionRow.uuid(id));
        });
        if (filter.userId() != null) {
            conditions.add(dialect.userCondition());
            parameters.put("user_id", filter.userId());
        }
        if (filter.active() != null) {
            conditions.add(filter.active() ? "active and expires_at >= :now" : "(not active or expires_at < :now)");
            parameters.put("now", now.toEpochMilli());
        }
        bound("request_time", filter.requested(), conditions, parameters);
        bound("open_time", filter.opened(), conditions, parameters);
        equal("address", filter.address(), conditions, parameters);
        equal("client", filter.client(), conditions, parameters);
        if (filter.except() != null) {
            conditions.add("id <> :except");
            parameters.put("except", SessionRow.uuid(filter.except()));
        }
        return new FilterSql(conditions, parameters);
    }

    /** Returns {@code where …}, or an empty text if nothing restricts. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + allOf(conditions.stream());
    }

    /** Returns {@code where …} with one more condition. */
    String whereAlso(String condition) {
        return " where " + allOf(Stream.concat(conditions.stream(), Stream.of(condition)));
    }

    /** Returns all conditions, at least one, joined with {@code and}. */
    String condition() {
        return allOf(conditions.stream());
    }

    private static String allOf(Stream<String> conditions) {
        return conditions.collect(Collectors.joining(" and "));
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
            conditions.add(column + " <= :" + column + "_last"); // for "<", H2 also reads rows at the bound
            parameters.put(column + "_last", range.to().toEpochMilli() - 1);
        }
    }
}
