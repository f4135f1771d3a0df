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
 * Closes many sessions in bounded batches. A query finds candidates, and one update closes those that still match, so
 * that any number of instances can do it at once.
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
     * Continues after the last batch: from the start, PostgreSQL would read past all rows that were closed since its
     * last vacuum. If too few sessions are left there, searches from the start too, for sessions that now sort before
     * that position.
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
        List<SessionCursor> cursors = lists.cursorsAfter(after, active, now, limit);
        List<UUID> candidates = cursors.stream().map(SessionCursor::id).map(SessionRow::uuid).toList();
        FilterSql sql = FilterSql.of(active, now, database.dialect());
        Map<String, Object> parameters = new HashMap<>(sql.parameters());
        parameters.put("time", now.toEpochMilli());
        int closed = update(candidates, ChangeSql.CLOSE_AT_TIME, sql.condition(), parameters);
        return new ClosedBatch(closed, cursors.size() == limit ? cursors.getLast() : null);
    }

    private int update(List<UUID> candidates, String assignments, String condition, Map<String, Object> parameters) {
        if (candidates.isEmpty()) {
            return 0;
        }
        String update = database.dialect().changeInKeyOrder("update sessions set " + assignments, "sessions", "id",
                condition);
        return database.writeRows("close sessions", handle -> handle.createUpdate(update)
                .bindArray("keys", UUID.class, candidates).bindMap(parameters).execute());
    }
}
