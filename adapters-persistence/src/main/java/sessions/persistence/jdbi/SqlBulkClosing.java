package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;

/**
 * Closes many sessions in bounded batches: a query finds candidates, and one update closes those that it still applies to,
 * so that any number of instances can do it at once.
 */
final class SqlBulkClosing implements BulkClosing {

    private static final String EXPIRED = """
            select expiry_bucket, id from sessions
            where expiry_bucket <= :bucket and (expiry_bucket, id) > (:after_bucket, :after_id)
                and active and expires_at < :now
            order by expiry_bucket, id limit :limit""";

    private final SqlDatabase database;
    private final SqlLists lists;
    private volatile ExpiryCursor swept = ExpiryCursor.START;

    SqlBulkClosing(SqlDatabase database, SqlLists lists) {
        this.database = database;
        this.lists = lists;
    }

    /**
     * Goes on where the last batch ended: from the start, PostgreSQL would read past all that was closed since its last
     * vacuum. Where too little is left there, it looks from the start, too, for what has come to lie before that place.
     */
    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        long time = now.toEpochMilli();
        ExpiryCursor start = swept;
        List<ExpiryCursor> found = findExpired(start, time, limit);
        if (found.size() < limit && !start.equals(ExpiryCursor.START)) {
            found = findExpired(ExpiryCursor.START, time, limit);
        }
        int closed = update(found.stream().map(ExpiryCursor::id).toList(), ChangeSql.CLOSE_EXPIRED,
                "active and expires_at < :now", Map.of("now", time));
        boolean more = found.size() == limit;
        swept = more ? found.getLast() : ExpiryCursor.START;
        return new SweptBatch(closed, more);
    }

    private List<ExpiryCursor> findExpired(ExpiryCursor after, long time, int limit) {
        return database.read("find expired sessions",
                handle -> handle.createQuery(EXPIRED).bind("bucket", SessionRow.expiryBucket(time)).bind("now", time)
                        .bind("after_bucket", after.bucket()).bind("after_id", after.id()).bind("limit", limit)
                        .map((row, _) -> ExpiryCursor.read(row)).list());
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        if (Boolean.FALSE.equals(filter.active())) {
            return new ClosedBatch(0, null);
        }
        SessionFilter active = filter.withActive(true);
        List<SessionCursor> places = lists.placesAfter(after, active, now, limit);
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
