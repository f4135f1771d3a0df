package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionLists;

/** Lists and counts sessions. */
final class SqlLists implements SessionLists {

    private static final String COUNT = "select count(*) from sessions";

    private final SqlDatabase database;

    SqlLists(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        ListSql sql = ListSql.skipping(SessionRow.COLUMNS_WITHOUT_CONTENT, filter, now, database.dialect());
        return database.read("list sessions",
                handle -> handle.createQuery(sql.text()).bindMap(sql.parameters()).bind("skip", skip)
                        .bind("limit", limit).map((row, _) -> SessionRow.readWithoutContent(row).asOf(now)).list());
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return after(after, SessionRow.COLUMNS_WITHOUT_CONTENT, filter, now, limit,
                (row, _) -> SessionRow.readWithoutContent(row).asOf(now));
    }

    /** Returns the cursors of the sessions in {@link #listAfter}. */
    List<SessionCursor> cursorsAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return after(after, SessionRow.CURSOR, filter, now, limit, (row, _) -> SessionRow.readCursor(row));
    }

    /** Returns the matching sessions after a cursor, as the mapper reads them from the columns. */
    <T> List<T> after(@Nullable SessionCursor cursor, String columns, SessionFilter filter, Instant now,
            int limit, RowMapper<T> mapper) {
        ListSql sql = ListSql.after(columns, cursor, filter, now, database.dialect());
        return database.read("list sessions", handle -> handle.createQuery(sql.text()).bindMap(sql.parameters())
                .bind("limit", limit).map(mapper).list());
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        FilterSql sql = FilterSql.of(filter, now, database.dialect());
        return database.read("count sessions", handle -> handle.createQuery(COUNT + sql.where())
                .bindMap(sql.parameters()).mapTo(long.class).one());
    }
}
