package sessions.persistence.jdbi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.h2.H2Dialect;
import sessions.persistence.jdbi.postgres.PostgresDialect;

/** Reads and changes the database of a store directly. */
public final class SqlStores {

    private SqlStores() {
    }

    public static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static long number(String url, String sql) throws SQLException {
        return Long.parseLong(text(url, sql).strip());
    }

    /** Waits until a query returns at least a number. The test's timeout interrupts it. */
    public static void await(String url, String sql, long number) throws SQLException, InterruptedException {
        while (number(url, sql) < number) {
            if (Thread.interrupted()) {
                throw new InterruptedException("timed out waiting for " + number + " of: " + sql);
            }
            Thread.onSpinWait();
        }
    }

    /** Waits until a number of connections to a PostgreSQL database wait for another transaction. */
    public static void awaitWaiting(String url, int connections) throws SQLException, InterruptedException {
        await(url, "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'", connections);
    }

    /** Returns the rows of a query, one text column each. */
    public static String text(String url, String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    /** Returns the dialect of a database. */
    public static SqlDialect dialect(String url) {
        return url.startsWith("jdbc:h2:") ? new H2Dialect(url.startsWith("jdbc:h2:file:")) : new PostgresDialect(url);
    }

    /** Opens a database with a current schema. */
    public static SqlDatabase database(String url) {
        return SqlDatabase.open(dialect(url), url, new StoreSettings(url, null, null), PoolMetrics.NONE);
    }
}
