package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.TimeRange;
import sessions.persistence.jdbi.postgres.PostgresDialect;

/**
 * A part of a list as one query, newest first, with room for {@code :limit}.
 *
 * @param text the query
 * @param parameters the values of its filter
 */
record ListSql(String text, Map<String, Object> parameters) {

    private static final String NEWEST = " order by open_time desc, id desc";
    /**
     * The user first, though all are of one: else H2 does not see that the index is in this order, and sorts, and
     * PostgreSQL may read another index, see {@link PostgresDialect#ofUser}.
     */
    private static final String NEWEST_OF_USER = " order by user_id, open_time desc, id desc";

    private static final String LIMIT = " limit :limit";

    /** A part that leaves out {@code :skip} rows. */
    static ListSql skipping(String columns, SessionFilter filter, Instant now, SqlDialect dialect) {
        FilterSql sql = FilterSql.of(filter, now, dialect);
        return new ListSql(select(columns, sql.where(), filter) + " offset :skip", sql.parameters());
    }

    /** A part behind a place, or from the start where that is null. */
    static ListSql after(String columns, @Nullable SessionCursor place, SessionFilter filter, Instant now,
            SqlDialect dialect) {
        Instant to = filter.opened().to();
        if (place == null || (to != null && !place.openTime().isBefore(to))) {
            FilterSql all = FilterSql.of(filter, now, dialect);
            return new ListSql(select(columns, all.where(), filter), all.parameters());
        }
        // The place bounds it from above, and of two bounds a database may start at the wrong one.
        FilterSql rest = FilterSql.of(filter.withOpened(new TimeRange(filter.opened().from(), null)), now, dialect);
        List<String> parts = dialect.behind().stream().map(range -> select(columns, rest.whereAlso(range), filter))
                .toList();
        Map<String, Object> parameters = new HashMap<>(rest.parameters());
        parameters.put("after_time", place.openTime().toEpochMilli());
        parameters.put("before_time", place.openTime().toEpochMilli() - 1);
        parameters.put("after_id", SessionRow.uuid(place.id()));
        return new ListSql(joined(parts), parameters);
    }

    /** The first of each part, and of those the first: so that none is read beyond the limit. */
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
