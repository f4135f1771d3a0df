package sessions.persistence.jdbi;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Brings the schema of a database up to date, while older instances go on working. */
final class Schema {

    private Schema() {
    }

    static void migrate(DataSource database, SqlDialect dialect) {
        Flyway.configure().dataSource(database).locations("classpath:sessions/persistence/jdbi/migration")
                .table("sessions_schema_history").placeholders(dialect.migrationPlaceholders())
                // A transaction that holds the lock would have an index built concurrently wait for its end for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false")).callbacks(new WithoutTimeout())
                .loggers("slf4j").load().migrate();
    }

    /** Building an index on many rows takes longer than any request may; the pool restores the timeout afterwards. */
    private static final class WithoutTimeout extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                context.getConnection().setNetworkTimeout(Runnable::run, 0);
            } catch (SQLException failed) {
                throw new FlywayException("The timeout of a migration could not be lifted", failed);
            }
        }
    }
}
