package sessions.persistence.jdbi.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.persistence.jdbi.Durability;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlDialect;

/** The dialect of PostgreSQL and databases that use its protocol. */
public final class PostgresDialect implements SqlDialect {

    /** Driver settings that limit how long a call waits for a vanished server, in seconds. The URL overrides them. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", Integer.toString(ReconnectingDataSource.MAX_ATTEMPT),
            "loginTimeout", Integer.toString(ReconnectingDataSource.MAX_ATTEMPT),
            "socketTimeout", "30", "tcpKeepAlive", "true", "ApplicationName", "sessions");

    /** Short, so that callers get an error within about a second while the server is away. The URL can override it. */
    private static final Duration MAX_WAIT_FOR_CONNECTION = Duration.ofMillis(700);

    /** Added to that wait if a pooled connection does not respond to the check. */
    private static final Duration MAX_CHECK_OF_CONNECTION = Duration.ofMillis(500);

    /**
     * Limits how long a statement waits for a row or table that another client has locked, unless the URL or the server
     * sets a limit. Sent once per connection: poolers such as PgBouncer reject it as a startup parameter.
     */
    private static final String LIMIT_LOCK_WAIT = """
            select set_config('lock_timeout', '3s', false) where current_setting('lock_timeout') = '0'""";

    private static final String UTF_8 = "UTF8";

    /** Returns the encoding of the database, and {@code synchronous_commit} if the URL sets it. */
    private static final String SUITABILITY = """
            select current_setting('server_encoding'),
                (select setting from pg_settings where name = 'synchronous_commit' and source = 'client')""";

    private final @Nullable String schema;

    /** @param url the URL of the database; its parameter {@code currentSchema} names the schema */
    public PostgresDialect(String url) {
        schema = PostgresUrl.schema(url).orElse(null);
    }

    @Override
    public Optional<String> schema() {
        return Optional.ofNullable(schema);
    }

    @Override
    public String foreignTablesAdvice() {
        return "the schema contains tables of another program; give Sessions a schema of its own with the parameter"
                + " currentSchema of the store URL, such as ?currentSchema=sessions (it is created if needed)";
    }

    @Override
    public void requireSuitable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SUITABILITY)) {
            row.next();
            String encoding = row.getString(1);
            if (!encoding.equals(UTF_8)) {
                throw InvalidDataException.of("--store", "names a database with the encoding " + encoding
                        + ", which cannot store every character; create one with: create database NAME encoding '"
                        + UTF_8 + "' template template0");
            }
            if ("off".equals(row.getString(2))) {
                throw InvalidDataException.of("--store", "must not set synchronous_commit=off:"
                        + " PostgreSQL would confirm changes that a crash of the server loses");
            }
        }
    }

    /** Names the host: the driver's message does not. */
    @Override
    public Optional<String> explanation(SQLException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException unknown) {
                return Optional.of("unknown host " + unknown.getMessage());
            }
        }
        return Optional.empty();
    }

    @Override
    public void configure(HikariConfig pool, String url) {
        pool.setConnectionTimeout(PoolTimeout.of(url).orElse(MAX_WAIT_FOR_CONNECTION).toMillis());
        pool.setValidationTimeout(MAX_CHECK_OF_CONNECTION.toMillis());
        pool.setConnectionInitSql(LIMIT_LOCK_WAIT);
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
                // With free space on each page, updates need no new index entries (heap-only tuples).
                "table_options", "with (fillfactor = 80)",
                // Otherwise writes would be blocked while an index is built.
                "concurrently", "concurrently",
                // A partial index, so that opening a session does not write to it.
                "only_closed", "where close_time is not null");
    }

    @Override
    public boolean mayTurnReadOnly() {
        return true;
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
    public String insertIfAbsent(String insert) {
        return insert + " on conflict do nothing";
    }

    /**
     * Locks the rows first. Sorting the keys is not enough: joins and scans ignore their order, so two such changes
     * could deadlock. The array of locked keys makes the change wait for all locks and find the rows by the primary
     * key. The array of given keys makes the lock query use the primary key too: for many keys, PostgreSQL 18 may
     * otherwise read a whole other index that also contains the key.
     */
    @Override
    public String changeInKeyOrder(String change, String table, String key, String condition) {
        return String.format(Locale.ROOT, """
                with locked as (select %1$s from %2$s where %1$s = any(array(select unnest(:keys)))
                    order by %1$s for no key update)
                %3$s where %1$s = any(array(select %1$s from locked)) and %4$s""", key, table, change,
                condition);
    }

    /**
     * Compares with an array of one. PostgreSQL drops a column that equals a constant from the sort order, and may then
     * read the index of all open times, past all sessions that are newer than the user's.
     */
    @Override
    public String userCondition() {
        return "user_id = any(array[:user_id])";
    }

    @Override
    public List<String> rangesAfterCursor() {
        return List.of("(open_time, id) < (:after_time, :after_id)");
    }

    @Override
    public Durability durability(DataSource database) {
        return Durability.BY_COMMIT;
    }

    @Override
    public void backUp(SqlDatabase database, OutputStream out) {
        throw new NotSupportedException(
                "The service does not back up PostgreSQL: use pg_dump or WAL archiving");
    }
}
