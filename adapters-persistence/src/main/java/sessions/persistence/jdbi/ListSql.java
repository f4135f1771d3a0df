package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.TimeRange;

/**
 * A query for one page of a list, newest first, with a parameter {@code :limit}.
 *
 * @param text the query
 * @param parameters values of its filter
 */
record ListSql(String text, Map<String, Object> parameters) {

    private static final String NEWEST = " order by open_time desc, id desc";
    /**
     * Sorts by user too, although all rows have the same: otherwise H2 does not see that the index has this order and
     * sorts, and PostgreSQL may read another index, see {@link SqlDialect#userCondition}.
     */
    private static final String NEWEST_OF_USER = " order by user_id, open_time desc, id desc";

    private static final String LIMIT = " limit :limit";

    /** Returns a page after {@code :skip} rows. */
    static ListSql skipping(String columns, SessionFilter filter, Instant now, SqlDialect dialect) {
        FilterSql sql = FilterSql.of(filter, now, dialect);
        return new ListSql(select(columns, sql.where(), filter) + " offset :skip", sql.parameters());
    }

    /** Returns a page after a cursor, or from the start if it is null. */
    static ListSql after(String columns, @Nullable SessionCursor cursor, SessionFilter filter, Instant now,
            SqlDialect dialect) {
        Instant to = filter.opened().to();
        if (cursor == null || (to != null && !cursor.openTime().isBefore(to))) {
            FilterSql all = FilterSql.of(filter, now, dialect);
            return new ListSql(select(columns, all.where(), filter), all.parameters());
        }
        // The cursor replaces the upper bound: given two, a database may start reading at the wrong one.
        FilterSql rest = FilterSql.of(filter.withOpened(new TimeRange(filter.opened().from(), null)), now, dialect);
        List<String> parts = dialect.rangesAfterCursor().stream()
                .map(range -> select(columns, rest.whereAlso(range), filter))
                .toList();
        Map<String, Object> parameters = new HashMap<>(rest.parameters());
        parameters.put("after_time", cursor.openTime().toEpochMilli());
        parameters.put("before_time", cursor.openTime().toEpochMilli() - 1);
        parameters.put("after_id", SessionRow.uuid(cursor.id()));
        return new ListSql(joined(parts), parameters);
    }

    /** Joins the ranges. Each has the limit, so that none is read beyond it. */
    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : "(" + String.join(") union all (", parts) + ")" + NEWEST + LIMIT;
    }

    private static String select(String columns, String where, SessionFilter filter) {
        return "select " + columns + " from sessions" + where + order(filter) + LIMIT;
    }

    private static String order(SessionFilter filter) {
        return filter.userId() == null ? NEWEST : NEWEST_OF_USER;
    }
}
