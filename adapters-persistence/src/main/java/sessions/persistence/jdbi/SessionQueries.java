package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import sessions.domain.SessionFilter;
import sessions.domain.SessionV1;

/** Lists and counts sessions. */
final class SessionQueries {

    private static final String COUNT = "select count(*) from sessions";

    private final Database database;

    SessionQueries(Database database) {
        this.database = database;
    }

    List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        ListSql sql = ListSql.skipping(SessionRow.COLUMNS_WITHOUT_CONTENT, filter, now);
        return database.read("list sessions",
                handle -> handle.createQuery(sql.text()).bindMap(sql.parameters()).bind("skip", skip)
                        .bind("limit", limit).map((row, _) -> SessionRow.readWithoutContent(row).asOf(now)).list());
    }

    long count(SessionFilter filter, Instant now) {
        FilterSql sql = FilterSql.of(filter, now);
        return database.read("count sessions", handle -> handle.createQuery(COUNT + sql.where())
                .bindMap(sql.parameters()).mapTo(long.class).one());
    }
}
