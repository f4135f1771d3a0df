package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sessions.domain.port.driven.BulkRemoval;

/** Removes many sessions in bounded batches. Any number of instances can do so at once. */
final class SqlBulkRemoval implements BulkRemoval {

    /** Has a lower bound, because H2 indexes sort null first and would read those rows too. */
    private static final String CLOSED = "close_time >= :first and close_time <= :last";
    private static final String EXPIRED = "expiry_bucket >= :first and expiry_bucket <= :bucket and active"
            + " and expires_at <= :last_expired";

    /** Finds closed and expired sessions, longest ended first of each. */
    private static final String FIND_ENDED = String.format(Locale.ROOT, """
            (select id from sessions where %s order by close_time limit :limit)
            union all
            (select id from sessions where %s order by expiry_bucket, id limit :limit)
            limit :limit""", CLOSED, EXPIRED);
    /** Counts in one statement, so that a session that a concurrent sweep closes is counted once. */
    private static final String COUNT_ENDED = String.format(Locale.ROOT, """
            select (select count(*) from sessions where %s) + (select count(*) from sessions where %s)""", CLOSED,
            EXPIRED);

    private final SqlDatabase database;
    private final String deleteEnded;
    private final String findOfUser;
    private final String deleteOfUser;

    SqlBulkRemoval(SqlDatabase database) {
        SqlDialect dialect = database.dialect();
        this.database = database;
        this.deleteEnded = delete(dialect, "(" + CLOSED + " or " + EXPIRED + ")");
        this.findOfUser = "select id from sessions where " + dialect.userCondition()
                + " order by user_id, open_time desc, id desc limit :limit";
        this.deleteOfUser = delete(dialect, "user_id = :user_id");
    }

    private static String delete(SqlDialect dialect, String condition) {
        return dialect.changeInKeyOrder("delete from sessions", "sessions", "id", condition);
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return remove(FIND_ENDED, deleteEnded, ended(before, now), limit);
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return database.read("count sessions", handle -> handle.createQuery(COUNT_ENDED).bindMap(ended(before, now))
                .mapTo(long.class).one());
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return remove(findOfUser, deleteOfUser, Map.of("user_id", userId), limit);
    }

    private static Map<String, Object> ended(Instant before, Instant now) {
        long last = before.toEpochMilli() - 1;
        long lastExpired = Math.min(last, now.toEpochMilli() - 1);
        return Map.of("first", Long.MIN_VALUE, "last", last, "last_expired", lastExpired, "bucket",
                SessionRow.expiryBucket(lastExpired));
    }

    private int remove(String find, String delete, Map<String, Object> parameters, int limit) {
        return BoundedDelete.run(limit,
                wanted -> database.read("find sessions to remove", handle -> handle.createQuery(find)
                        .bindMap(parameters).bind("limit", wanted).mapTo(UUID.class).list()),
                keys -> database.writeRows("remove sessions", handle -> handle.createUpdate(delete)
                        .bindArray("keys", UUID.class, keys).bindMap(parameters).execute()));
    }
}
