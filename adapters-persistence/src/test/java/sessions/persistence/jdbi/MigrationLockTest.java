package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.LoggedMessages;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.PostgresServer;

/** Another session has Flyway's lock for migrations. */
@Timeout(60)
class MigrationLockTest {

    private static final String LOCK = "select pg_advisory_lock(77430615482414)";

    private final String url = PostgresServer.newDatabase();
    private final StoreSettings settings = new StoreSettings(url, null, null);

    @Test
    void opensWithoutTheLockIfTheSchemaIsUpToDate() throws SQLException {
        StoreProviders.open(settings).close();
        try (Connection _ = lock(); SessionStore store = StoreProviders.open(settings)) {
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isZero();
        }
    }

    @Test
    void waitsForTheLockIfThereIsSomethingToMigrateAndFailsInTheEnd() throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        try (Connection _ = lock();
                HikariDataSource database = new HikariDataSource(pool);
                LoggedMessages log = LoggedMessages.of(Schema.class.getName())) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> Schema.migrate(database, SqlStores.dialect(url), 2))
                    .havingCause().withMessage("another instance holds the lock for migrations, and has done so for 2"
                            + " seconds; start again when it has finished");
            assertThat(log.all())
                    .containsExactly("Waiting for another instance that migrates the schema of the database");
        }
        StoreProviders.open(settings).close();
    }

    private Connection lock() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        return connection;
    }
}
