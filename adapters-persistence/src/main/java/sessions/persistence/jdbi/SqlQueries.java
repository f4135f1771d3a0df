package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Lists and counts sessions. */
final class SqlQueries {

    private static final String COUNT = "select count(*) from sessions";

    private static final String SELECT_ALL = "select " + SessionRow.COLUMNS + " from sessions where id = any(:keys)";

    private final SqlDatabase database;

    SqlQueries(SqlDatabase database) {
        this.database = database;
    }

    List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        ListSql sql = ListSql.skipping(SessionRow.COLUMNS_WITHOUT_CONTENT, filter, now, database.dialect());
        return database.read("list sessions",
                handle -> handle.createQuery(sql.text()).bindMap(sql.parameters()).bind("skip", skip)
                        .bind("limit", limit).map((row, _) -> SessionRow.readWithoutContent(row).asOf(now)).list());
    }

    List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return behind(after, SessionRow.COLUMNS_WITHOUT_CONTENT, filter, now, limit,
                (row, _) -> SessionRow.readWithoutContent(row).asOf(now));
    }

    List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return behind(after, SessionRow.COLUMNS, filter, now, limit, (row, _) -> SessionRow.read(row).asOf(now));
    }

    List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        List<UUID> keys = ids.stream().map(SessionRow::uuid).toList();
        return database.read("read sessions", handle -> handle.createQuery(SELECT_ALL)
                .bindArray("keys", UUID.class, keys).map((row, _) -> SessionRow.read(row).asOf(now)).list());
    }

    /** The places of {@link #listAfter}. */
    List<SessionCursor> placesAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return behind(after, SessionRow.PLACE, filter, now, limit, (row, _) -> SessionRow.readPlace(row));
    }

    private <T> List<T> behind(@Nullable SessionCursor after, String columns, SessionFilter filter, Instant now,
            int limit, RowMapper<T> mapper) {
        ListSql sql = ListSql.after(columns, after, filter, now, database.dialect());
        return database.read("list sessions", handle -> handle.createQuery(sql.text()).bindMap(sql.parameters())
                .bind("limit", limit).map(mapper).list());
    }

    long count(SessionFilter filter, Instant now) {
        FilterSql sql = FilterSql.of(filter, now, database.dialect());
        return database.read("count sessions", handle -> handle.createQuery(COUNT + sql.where())
                .bindMap(sql.parameters()).mapTo(long.class).one());
    }
}
