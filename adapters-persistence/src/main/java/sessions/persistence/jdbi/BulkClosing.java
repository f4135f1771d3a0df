package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sessions.domain.ClosedBatch;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SweptBatch;

/**
 * Closes many sessions in bounded batches: a query finds candidates, and one update closes those that it still applies to,
 * so that any number of instances can do it at once.
 */
final class BulkClosing {

    private static final String EXPIRED = """
            select id from sessions where expiry_bucket <= :bucket and active and expires_at < :now
            order by expiry_bucket, id limit :limit""";

    private final Database database;
    private final SessionQueries queries;

    BulkClosing(Database database, SessionQueries queries) {
        this.database = database;
        this.queries = queries;
    }

    SweptBatch closeExpired(Instant now, int limit) {
        long time = now.toEpochMilli();
        List<UUID> candidates = database.read("find expired sessions",
                handle -> handle.createQuery(EXPIRED).bind("bucket", SessionRow.expiryBucket(time)).bind("now", time)
                        .bind("limit", limit).mapTo(UUID.class).list());
        int closed = update(candidates, ChangeSql.CLOSE_EXPIRED, "active and expires_at < :now", Map.of("now", time));
        return new SweptBatch(closed, candidates.size() == limit);
    }

    ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        if (Boolean.FALSE.equals(filter.active())) {
            return new ClosedBatch(0, null);
        }
        SessionFilter active = filter.withActive(true);
        List<SessionCursor> places = queries.placesAfter(after, active, now, limit);
        List<UUID> candidates = places.stream().map(SessionCursor::id).map(SessionRow::uuid).toList();
        FilterSql sql = FilterSql.of(active, now, database.dialect());
        Map<String, Object> parameters = new HashMap<>(sql.parameters());
        parameters.put("time", now.toEpochMilli());
        int closed = update(candidates, ChangeSql.CLOSE_AT_TIME, sql.condition(), parameters);
        return new ClosedBatch(closed, places.size() == limit ? places.getLast() : null);
    }

    private int update(List<UUID> candidates, String assignments, String condition, Map<String, Object> parameters) {
        if (candidates.isEmpty()) {
            return 0;
        }
        String update = database.dialect().inOrder("update sessions set " + assignments, "sessions", "id", condition);
        return database.write("close sessions", handle -> handle.createUpdate(update)
                .bindArray("keys", UUID.class, candidates).bindMap(parameters).execute());
    }
}
