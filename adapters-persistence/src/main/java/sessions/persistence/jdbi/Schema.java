package sessions.persistence.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Migrates the schema of a database while older instances keep working. */
public final class Schema {

    private static final String HISTORY = "sessions_schema_history";

    /** Lets Flyway try to lock once a second without a limit. Its default is 50 attempts. */
    private static final int UNLIMITED_LOCK_RETRIES = -1;

    /** Retries after one and then two seconds: the pool's wait for a connection is too short for startup. */
    private static final int CONNECT_RETRIES = 2;

    private Schema() {
    }

    public static void migrate(DataSource database, SqlDialect dialect) throws SQLException {
        Flyway flyway = flyway(database, dialect);
        try {
            flyway.migrate();
        } catch (FlywayValidateException rejected) {
            if (deleteFailures(database) == 0) {
                throw rejected;
            }
            flyway.migrate();
        }
    }

    public static Flyway flyway(DataSource database, SqlDialect dialect) {
        return Flyway.configure().dataSource(database).locations("classpath:sessions/persistence/jdbi/migration")
                .table(HISTORY).placeholders(dialect.migrationPlaceholders())
                // Otherwise the transaction that holds the lock would block a concurrent index build forever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .connectRetries(CONNECT_RETRIES).lockRetryCount(UNLIMITED_LOCK_RETRIES)
                .callbacks(new WithoutTimeout(dialect))
                .loggers("slf4j").load();
    }

    /**
     * Makes failed migrations run again. That is safe, because each migration either is a transaction and leaves
     * nothing if it fails, or first removes the remains of a failed run, or fails again because of them. Flyway's own
     * repair would also accept migrations that were changed after they ran.
     *
     * @return how many had failed
     */
    private static int deleteFailures(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate("delete from \"" + HISTORY + "\" where not \"success\"");
        }
    }

    /**
     * Disables timeouts during migrations: building an index on many rows takes longer than a request may. Afterwards
     * the pool restores the timeout of the connection, but not the server's timeouts; if a migration fails, the pool is
     * closed.
     */
    private static final class WithoutTimeout extends BaseCallback {

        private final SqlDialect dialect;

        WithoutTimeout(SqlDialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            boolean before = event == Event.BEFORE_EACH_MIGRATE;
            Connection connection = context.getConnection();
            try (Statement statement = connection.createStatement()) {
                if (before) {
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
                for (String timeout : dialect.serverTimeouts()) {
                    statement.execute(before ? "set " + timeout + " = 0" : "reset " + timeout);
                }
            } catch (SQLException failed) {
                throw new FlywayException("Could not change the timeouts for a migration", failed);
            }
        }
    }
}
