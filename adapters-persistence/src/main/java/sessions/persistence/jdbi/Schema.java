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

/** Brings the schema of a database up to date, while older instances go on working. */
public final class Schema {

    private static final String HISTORY = "sessions_schema_history";

    /** As Flyway counts: it asks for the lock once a second, by default for 50 seconds. */
    private static final int UNTIL_THE_OTHER_INSTANCE_IS_DONE = -1;

    /** Of a second, then of two: the pool lets nobody wait long, which at the start nobody minds. */
    private static final int PAUSES_FOR_A_CONNECTION = 2;

    private Schema() {
    }

    public static void migrate(DataSource database, SqlDialect dialect) throws SQLException {
        Flyway flyway = flyway(database, dialect);
        try {
            flyway.migrate();
        } catch (FlywayValidateException rejected) {
            if (forgetFailures(database) == 0) {
                throw rejected;
            }
            flyway.migrate();
        }
    }

    public static Flyway flyway(DataSource database, SqlDialect dialect) {
        return Flyway.configure().dataSource(database).locations("classpath:sessions/persistence/jdbi/migration")
                .table(HISTORY).placeholders(dialect.migrationPlaceholders())
                // A transaction that holds the lock would have an index built concurrently wait for its end for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .connectRetries(PAUSES_FOR_A_CONNECTION).lockRetryCount(UNTIL_THE_OTHER_INSTANCE_IS_DONE)
                .callbacks(new WithoutTimeout(dialect))
                .loggers("slf4j").load();
    }

    /**
     * Has migrations that failed run again. That is safe, because each either leaves nothing when it fails, being a
     * transaction, or first removes what it left, or fails again where that is. Flyway's own repair would also accept
     * migrations that were changed after they ran.
     *
     * @return how many had failed
     */
    private static int forgetFailures(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate("delete from \"" + HISTORY + "\" where not \"success\"");
        }
    }

    /**
     * Building an index on many rows takes longer than any request may. Afterwards the pool restores the timeout of the
     * connection, but not those of the server; where a migration fails, the pool is closed.
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
                throw new FlywayException("The timeouts of a migration could not be lifted or restored", failed);
            }
        }
    }
}
