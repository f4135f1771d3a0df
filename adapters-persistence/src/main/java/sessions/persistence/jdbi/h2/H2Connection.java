package sessions.persistence.jdbi.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionsException;
import sessions.persistence.jdbi.Durability;
import sessions.persistence.jdbi.Schema;
import sessions.persistence.jdbi.SqlErrors;

/**
 * Opens an H2 file for one task, without a pool. A pool closes its connections in the background; here the last
 * connection closes the database before the call returns, so the file is complete.
 */
final class H2Connection {

    private H2Connection() {
    }

    /**
     * Runs a task on a database, which is created if needed and migrated first.
     *
     * @param user database user, or null
     * @param password its password, or null
     */
    static <T> T run(String url, @Nullable String user, @Nullable String password, Function<Handle, T> task) {
        H2Dialect dialect = new H2Dialect(true);
        HikariConfig settings = new HikariConfig();
        dialect.configure(settings, url);
        DataSource database = new DriverDataSource(settings.getJdbcUrl(), null, new Properties(), user, password);
        try (Handle handle = Jdbi.open(database)) {
            handle.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
            try {
                return runMigrated(database, dialect, handle, task);
            } finally {
                H2Dialect.closeWithLastConnection(handle.getConnection());
            }
        } catch (SessionsException known) {
            throw known;
        } catch (RuntimeException | SQLException failed) {
            throw SqlErrors.translated("be opened for a copy", failed);
        }
    }

    private static <T> T runMigrated(DataSource database, H2Dialect dialect, Handle handle, Function<Handle, T> task)
            throws SQLException {
        try (Durability durability = dialect.durability(database)) {
            Schema.migrate(database, dialect);
            T result = task.apply(handle);
            durability.await();
            return result;
        }
    }
}
