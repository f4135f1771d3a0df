package sessions.persistence.jdbi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import sessions.domain.error.StoreUnavailableException;

/** Migrates the schema of a database while older instances keep working. */
public final class Schema {

    private static final Logger LOG = System.getLogger(Schema.class.getName());

    private static final String HISTORY = "sessions_schema_history";

    /** About ten minutes: each attempt to get the lock for migrations takes a second if another instance has it. */
    private static final int MAX_ATTEMPTS = 600;

    /** Flyway's message if it does not get the lock; it has no error code. */
    private static final String LOCKED = "Number of retries exceeded while attempting to acquire";

    /** Retries after one and then two seconds: the pool's wait for a connection is too short for startup. */
    private static final int CONNECT_RETRIES = 2;

    private Schema() {
    }

    /**
     * Migrates the schema, unless it is up to date. If another instance is migrating it, waits for that.
     *
     * @throws StoreUnavailableException if another instance takes longer than ten minutes
     */
    public static void migrate(DataSource database, SqlDialect dialect) throws SQLException {
        migrate(database, dialect, MAX_ATTEMPTS);
    }

    /** @param attempts how many seconds to wait for another instance */
    static void migrate(DataSource database, SqlDialect dialect, int attempts) throws SQLException {
        Flyway flyway = flyway(database, dialect);
        for (int attempt = 1; !isCurrent(flyway); attempt++) {
            try {
                migrateOnce(flyway, database);
                return;
            } catch (FlywayException failed) {
                requireLocked(failed, dialect);
                if (attempt == 1) {
                    LOG.log(Level.WARNING, "Waiting for another instance that migrates the schema of the database");
                }
                if (attempt == attempts) {
                    throw new StoreUnavailableException("The store could not be prepared", new TimeoutException(
                            "another instance holds the lock for migrations, and has done so for " + attempts
                                    + " seconds; start again when it has finished"));
                }
            }
        }
    }

    /** Needs no lock, so that an instance can start while another one holds it. */
    private static boolean isCurrent(Flyway flyway) {
        return SchemaParts.of(flyway).stream().allMatch(part -> part.state().isUsable());
    }

    private static void migrateOnce(Flyway flyway, DataSource database) throws SQLException {
        try {
            flyway.migrate();
        } catch (FlywayValidateException rejected) {
            if (deleteFailures(database) == 0) {
                throw rejected;
            }
            flyway.migrate();
        }
    }

    /** Returns if a migration failed because another instance holds the lock. */
    private static void requireLocked(FlywayException failed, SqlDialect dialect) {
        if (failed.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            throw new FlywayException(dialect.foreignTablesAdvice(), failed);
        }
        if (!String.valueOf(failed.getMessage()).contains(LOCKED)) {
            throw failed;
        }
    }

    public static Flyway flyway(DataSource database, SqlDialect dialect) {
        FluentConfiguration configuration = Flyway.configure().dataSource(database)
                .locations("classpath:sessions/persistence/jdbi/migration").table(HISTORY)
                .placeholders(dialect.migrationPlaceholders())
                // Otherwise the transaction that holds the lock would block a concurrent index build forever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .connectRetries(CONNECT_RETRIES).lockRetryCount(0)
                .callbacks(new MigrationTimeouts(dialect.serverTimeouts()))
                .loggers("slf4j");
        dialect.schema().ifPresent(configuration::defaultSchema);
        return configuration.load();
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
}
