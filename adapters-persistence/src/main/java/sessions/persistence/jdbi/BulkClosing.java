package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sessions.domain.SweptBatch;

/**
 * Closes many sessions in bounded batches: a query finds candidates, and one update closes those that it still applies to,
 * so that any number of instances can do it at once.
 */
final class BulkClosing {

    private static final String EXPIRED = """
            select id from sessions where expiry_bucket <= :bucket and active and expires_at < :now
            order by expiry_bucket, id limit :limit""";

    /** How the column {@code expiry_bucket} is computed. */
    private static final long EXPIRY_BUCKET_MILLIS = 900_000;

    private final Database database;
    private final String closeExpired;

    BulkClosing(Database database) {
        this.database = database;
        this.closeExpired = database.dialect().updateInOrder(ChangeSql.CLOSE_EXPIRED, "active and expires_at < :now");
    }

    SweptBatch closeExpired(Instant now, int limit) {
        long time = now.toEpochMilli();
        List<UUID> candidates = database.read("find expired sessions",
                handle -> handle.createQuery(EXPIRED).bind("bucket", time / EXPIRY_BUCKET_MILLIS).bind("now", time)
                        .bind("limit", limit).mapTo(UUID.class).list());
        int closed = candidates.isEmpty()
                ? 0
                : database.write("close expired sessions", handle -> handle.createUpdate(closeExpired)
                        .bindArray("ids", UUID.class, candidates).bind("now", time).execute());
        return new SweptBatch(closed, candidates.size() == limit);
    }
}
