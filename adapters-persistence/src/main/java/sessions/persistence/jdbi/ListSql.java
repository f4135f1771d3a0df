package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.Map;
import sessions.domain.SessionFilter;

/**
 * A part of a list as one query, newest first, with room for {@code :limit}.
 *
 * @param text the query
 * @param parameters the values of its filter
 */
record ListSql(String text, Map<String, Object> parameters) {

    private static final String NEWEST = " order by open_time desc, id desc";
    /** The user first, though all are of one: else H2 does not see that the index is in this order, and sorts. */
    private static final String NEWEST_OF_USER = " order by user_id, open_time desc, id desc";

    /** A part that leaves out {@code :skip} rows. */
    static ListSql skipping(String columns, SessionFilter filter, Instant now) {
        FilterSql sql = FilterSql.of(filter, now);
        return new ListSql(
                "select " + columns + " from sessions" + sql.where() + order(filter) + " limit :limit offset :skip",
                sql.parameters());
    }

    private static String order(SessionFilter filter) {
        return filter.userId() == null ? NEWEST : NEWEST_OF_USER;
    }
}
