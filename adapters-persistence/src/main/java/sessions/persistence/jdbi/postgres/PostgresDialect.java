package sessions.persistence.jdbi.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import sessions.domain.error.NotSupportedException;
import sessions.persistence.jdbi.Durability;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlDialect;

/** PostgreSQL and databases that speak its protocol. */
public final class PostgresDialect implements SqlDialect {

    /** Bounds how long a call can hang on a server that vanished; seconds. Overridden by the URL. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", Integer.toString(ReconnectingDataSource.MAX_ATTEMPT),
            "loginTimeout", Integer.toString(ReconnectingDataSource.MAX_ATTEMPT),
            "socketTimeout", "30", "tcpKeepAlive", "true", "ApplicationName", "sessions");

    /** While the server is away nobody waits long for a connection: callers are told within a second or so. Overridden by the URL. */
    private static final Duration MAX_WAIT_FOR_CONNECTION = Duration.ofMillis(700);

    /** Comes on top of that wait, where a connection of the pool turns out to be dead by not answering. */
    private static final Duration MAX_CHECK_OF_CONNECTION = Duration.ofMillis(500);

    @Override
    public void configure(HikariConfig pool, String url) {
        pool.setConnectionTimeout(PoolTimeout.of(url).orElse(MAX_WAIT_FOR_CONNECTION).toMillis());
        pool.setValidationTimeout(MAX_CHECK_OF_CONNECTION.toMillis());
        pool.setJdbcUrl(url);
        DEFAULTS.forEach((name, value) -> {
            if (!url.contains(name + "=")) {
                pool.addDataSourceProperty(name, value);
            }
        });
        pool.setDataSource(new ReconnectingDataSource(
                new DriverDataSource(url, null, pool.getDataSourceProperties(), pool.getUsername(),
                        pool.getPassword())));
    }

    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of("stored", "stored",
                // Free room on each page keeps updates there, without new index entries (heap-only updates).
                "table_options", "with (fillfactor = 80)",
                // Else nobody could write while an index is built.
                "concurrently", "concurrently",
                // So that opening a session does not write to the index.
                "only_closed", "where close_time is not null");
    }

    @Override
    public List<String> serverTimeouts() {
        return List.of("statement_timeout", "lock_timeout");
    }

    @Override
    public String returningChanged(String update) {
        return update + " returning *";
    }

    @Override
    public String returningDeleted(String delete) {
        return delete + " returning *";
    }

    @Override
    public String insertUnlessThere(String insert) {
        return insert + " on conflict do nothing";
    }

    /**
     * Sorting the keys is not enough, joins and scans ignore it: only locking first keeps two such changes from
     * deadlock. The array has the change wait for all the locks and find the rows by the primary key. So does the array made
     * of the keys: seeing that they are many, PostgreSQL 18 may read through a whole other index that also holds the key.
     */
    @Override
    public String inOrder(String change, String table, String key, String condition) {
        return """
                with locked as (select %1$s from %2$s where %1$s = any(array(select unnest(:keys)))
                    order by %1$s for no key update)
                %3$s where %1$s = any(array(select %1$s from locked)) and %4$s""".formatted(key, table, change,
                condition);
    }

    /**
     * As an array, though of one: what is equal to a constant PostgreSQL drops from the sort order, and then may read the
     * index of all open times instead, past all that are newer than the user's.
     */
    @Override
    public String ofUser() {
        return "user_id = any(array[:user_id])";
    }

    @Override
    public List<String> behind() {
        return List.of("(open_time, id) < (:after_time, :after_id)");
    }

    @Override
    public Durability durability(DataSource database) {
        return Durability.BY_COMMIT;
    }

    @Override
    public void backUp(SqlDatabase database, OutputStream out) {
        throw new NotSupportedException(
                "The service makes no backup of PostgreSQL: use pg_dump, or the archive of its log");
    }
}
