package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.Migration;
import sessions.persistence.StoreSettings;

/** A connection pool on a database with a current schema. */
public final class SqlDatabase implements AutoCloseable {

    public static final int CONNECTIONS = 10;

    /** How many calls may change the same row at once: one works while the next already waits for it. */
    private static final int CONNECTIONS_PER_ROW = 2;

    /** How many calls may change many rows at once. Any of these rows may be locked by another client. */
    private static final int CONNECTIONS_FOR_MANY_ROWS = CONNECTIONS / 2;

    /** The key of all calls that change many rows. */
    private static final String MANY_ROWS = "many rows";

    /** For databases in this process, where calls wait only for the disk. */
    private static final Duration MAX_WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private final String url;
    private final HikariDataSource pool;
    private final SqlDialect dialect;
    private final Durability durability;
    private final Jdbi jdbi;
    private final ConnectionEviction eviction;
    private final RowTurns rows;
    private final RowTurns manyRows;

    private SqlDatabase(String url, HikariDataSource pool, SqlDialect dialect, Durability durability)
            throws SQLException {
        this.url = url;
        this.pool = pool;
        this.dialect = dialect;
        this.durability = durability;
        this.jdbi = jdbi(pool);
        this.eviction = new ConnectionEviction(pool);
        Duration maxWait = Duration.ofMillis(pool.getConnectionTimeout());
        this.rows = new RowTurns(CONNECTIONS_PER_ROW, maxWait);
        this.manyRows = new RowTurns(CONNECTIONS_FOR_MANY_ROWS, maxWait);
    }

    private static Jdbi jdbi(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections).registerArrayType(UUID.class, "uuid");
        // Otherwise exceptions would bring all values into the log: content, and session ids, which are secrets.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    /**
     * Connects, and migrates the schema unless an operator does.
     *
     * @param url the JDBC URL, with the dialect's additions to the URL of the settings
     * @throws sessions.domain.error.StoreUnavailableException if the database cannot be reached
     */
    public static SqlDatabase open(SqlDialect dialect, String url, StoreSettings settings, PoolMetrics metrics) {
        HikariDataSource pool = connect(dialect, url, settings, metrics);
        try {
            requireSuitable(pool, dialect);
            dialect.removeUnfinishedBackups(url);
            Durability durability = dialect.durability(pool);
            try {
                if (settings.migration() == Migration.AUTOMATIC) {
                    migrate(pool, dialect, durability);
                }
                return new SqlDatabase(url, pool, dialect, durability);
            } catch (RuntimeException | SQLException failed) {
                durability.close();
                throw failed;
            }
        } catch (RuntimeException | SQLException failed) {
            closeAfter(failed, dialect, pool);
            throw SqlErrors.translated("be prepared", failed);
        }
    }

    private static void requireSuitable(DataSource database, SqlDialect dialect) throws SQLException {
        try (Connection connection = database.getConnection()) {
            dialect.requireSuitable(connection);
        }
    }

    /**
     * On H2, whose background writes are off at this point, the migration reaches the disk completely or not at all.
     */
    private static void migrate(DataSource database, SqlDialect dialect, Durability durability)
            throws SQLException {
        Schema.migrate(database, dialect);
        durability.await();
    }

    private static void closeAfter(Exception failed, SqlDialect dialect, HikariDataSource pool) {
        try {
            dialect.close(pool);
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private static HikariDataSource connect(SqlDialect dialect, String url, StoreSettings settings,
            PoolMetrics metrics) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sessions");
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(MAX_WAIT_FOR_CONNECTION.toMillis());
        if (!metrics.equals(PoolMetrics.NONE)) { // a tracker costs time at each call
            config.setMetricsTrackerFactory(PoolTracker.factory(metrics));
        }
        dialect.configure(config, url);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException unreachable) {
            throw SqlErrors.translated("be reached", explained(dialect, unreachable));
        }
    }

    static Exception explained(SqlDialect dialect, Exception failed) {
        return SqlErrors.sqlException(failed)
                .flatMap(sql -> dialect.explanation(sql)
                        .<Exception>map(words -> new SQLException(words, sql.getSQLState(), sql)))
                .orElse(failed);
    }

    /** Returns the URL as given, with all parameters. */
    public String url() {
        return url;
    }

    /** Returns the database user, or null. */
    public @Nullable String user() {
        return pool.getUsername();
    }

    /** Returns the user's password, or null. */
    public @Nullable String password() {
        return pool.getPassword();
    }

    public SqlDialect dialect() {
        return dialect;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Runs a query.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     */
    public <T> T read(String doing, Function<Handle, T> query) {
        return SqlErrors.guarded(doing, () -> jdbi.withHandle(handle -> eviction.run(handle, query)));
    }

    /**
     * Runs queries that all see the database as of the first one. They may take long, so they use a separate
     * connection: requests wait for those of the pool.
     */
    public <T> T readSnapshot(String doing, Function<Handle, T> queries) {
        return SqlErrors.guarded(doing, () -> {
            try (Handle handle = openSeparate()) {
                return handle.inTransaction(TransactionIsolationLevel.SERIALIZABLE, queries::apply);
            }
        });
    }

    /** Opens a separate connection while holding one of the pool's: without that, it could reopen a closed database. */
    private Handle openSeparate() {
        Jdbi separate = jdbi(new DriverDataSource(pool.getJdbcUrl(), null, new Properties(), pool.getUsername(),
                pool.getPassword()));
        return jdbi.withHandle(_ -> separate.open());
    }

    /** Fails if the pool is closed. Long work calls this, because closing the pool does not interrupt it. */
    public void requireOpen() {
        if (pool.isClosed()) {
            throw new StoreUnavailableException("The store is closed", null);
        }
    }

    /** Runs one statement that waits for no existing row, and returns once its changes are durable. */
    <T> T write(String doing, Function<Handle, T> statement) {
        return durable(commit(doing, statement));
    }

    /**
     * Runs one statement and returns once its changes, and the changes that it saw, are durable.
     *
     * @param row identifies the row that it changes
     */
    <T> T writeRow(String doing, Object row, Function<Handle, T> statement) {
        return durable(rows.run(doing, row, () -> commit(doing, statement)));
    }

    /** Like {@link #writeRow}, for a statement that changes many rows. */
    <T> T writeRows(String doing, Function<Handle, T> statement) {
        return durable(manyRows.run(doing, MANY_ROWS, () -> commit(doing, statement)));
    }

    private <T> T commit(String doing, Function<Handle, T> statement) {
        return read(doing, handle -> durability.runTransaction(() -> statement.apply(handle)));
    }

    /** Waits without holding a connection, so that many callers can wait together. */
    private <T> T durable(T result) {
        durability.await();
        return result;
    }

    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        durability.close();
        try {
            dialect.close(pool);
        } catch (SQLException failed) {
            throw SqlErrors.translated("be closed", failed);
        }
    }
}
