package sessions.persistence.jdbi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driven.HourlyCounts;

/** Counts sessions by the hours in which they were opened and ended. */
final class SqlHourlyCounts implements HourlyCounts {

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    /**
     * Counts in one statement, so that a session that a concurrent sweep closes is counted once. Each part reads a
     * range of one index.
     */
    private static final String COUNT = String.format(Locale.ROOT, """
            select passed, sum(opened) as opened, sum(closed) as closed from (
                select (open_time - :from) / %1$s as passed, count(*) as opened, 0 as closed
                from sessions where open_time >= :from and open_time <= :last
                group by passed
                union all
                select (close_time - :from) / %1$s as passed, 0, count(*)
                from sessions where close_time >= :from and close_time <= :last
                group by passed
                union all
                select (expires_at - :from) / %1$s as passed, 0, count(*)
                from sessions where expiry_bucket >= :first_bucket and expiry_bucket <= :last_bucket
                    and active and expires_at >= :from and expires_at <= :last_expired
                group by passed
            ) as counts group by passed order by passed""", HOUR_MILLIS);

    private final SqlDatabase database;

    SqlHourlyCounts(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public List<SessionStatistics.Hour> count(Instant from, int hours, Instant now) {
        long first = from.toEpochMilli();
        long last = first + hours * HOUR_MILLIS - 1;
        long lastExpired = Math.min(last, now.toEpochMilli() - 1);
        return database.read("count sessions by hour", handle -> handle.createQuery(COUNT).bind("from", first)
                .bind("last", last).bind("last_expired", lastExpired)
                .bind("first_bucket", SessionRow.expiryBucket(first))
                .bind("last_bucket", SessionRow.expiryBucket(lastExpired))
                .map((row, _) -> new SessionStatistics.Hour(
                        Instant.ofEpochMilli(first + row.getLong("passed") * HOUR_MILLIS), row.getLong("opened"),
                        row.getLong("closed")))
                .list());
    }
}
