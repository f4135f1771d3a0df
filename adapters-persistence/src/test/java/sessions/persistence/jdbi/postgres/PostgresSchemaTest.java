package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SchemaTest;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

@Timeout(60)
class PostgresSchemaTest extends SchemaTest {

    private static final String INSERT = """
            insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
            values (gen_random_uuid(), 'user', true, 0, 0, 1, 0)""";

    private static final String BUILDING = """
            from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                and query like '%create index concurrently%' and pid <> pg_backend_pid()""";

    @Override
    public String newDatabase() {
        return PostgresServer.newDatabase();
    }

    /** Building an index takes longer than statements may, here because it waits for a transaction. */
    @Test
    void olderInstanceKeepsWritingWhileANewerOneMigrates() throws Exception {
        String url = newDatabase();
        migrateTo("2", url);
        limitStatements(url);
        try (OpenTransaction older = new OpenTransaction(url);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SessionStore> newer = executor
                    .submit(() -> StoreProviders.open(new StoreSettings(url + "&socketTimeout=1", null, null)));
            awaitBuilding(url, 1500);
            SqlStores.execute(url, INSERT);
            older.commit();
            newer.get().close();
        }
        assertThat(indexIsValid(url)).isTrue();
        assertThat(SqlStores.number(url, "select count(*) from sessions")).isEqualTo(2);
    }

    @Test
    void serverTimeoutsApplyAgainAfterAMigration() throws SQLException {
        String url = PostgresServer.newDatabaseWithDefaultTimeouts() + "&poolTimeout=60";
        limitStatements(url);
        try (SqlDatabase database = SqlStores.database(url)) {
            List<Handle> pooled = Stream.generate(database.jdbi()::open).limit(SqlDatabase.CONNECTIONS).toList();
            assertThat(pooled).allSatisfy(handle -> assertThat(handle
                    .createQuery(
                            "select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')")
                    .mapTo(String.class).one()).isEqualTo("1s 900ms"));
            pooled.forEach(Handle::close);
        }
    }

    @Test
    void cancelledIndexBuildIsRepeatedOnTheNextStartup() throws Exception {
        String url = newDatabase();
        migrateTo("2", url);
        try (OpenTransaction older = new OpenTransaction(url);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SessionStore> cancelled = executor
                    .submit(() -> StoreProviders.open(new StoreSettings(url, null, null)));
            awaitBuilding(url, 0);
            SqlStores.text(url, "select pg_cancel_backend(pid) " + BUILDING);
            assertThatThrownBy(cancelled::get).hasCauseInstanceOf(StoreUnavailableException.class);
            older.commit();
        }
        assertThat(indexIsValid(url)).isFalse();
        assertThat(SqlStores.number(url, FAILED)).isEqualTo(1);
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        assertThat(indexIsValid(url)).isTrue();
        assertThat(SqlStores.number(url, FAILED)).isZero();
    }

    @Test
    void instanceThatStartsWhileAnotherMigratesWaitsForIt() throws Exception {
        String url = newDatabase();
        migrateTo("2", url);
        try (OpenTransaction older = new OpenTransaction(url);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SessionStore> first = executor.submit(() -> StoreProviders.open(new StoreSettings(url, null, null)));
            awaitBuilding(url, 0);
            Future<SessionStore> second = executor
                    .submit(() -> StoreProviders.open(new StoreSettings(url + "&ApplicationName=second", null, null)));
            SqlStores.await(url, """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and application_name = 'second' and state = 'idle'
                        and query like '%pg_try_advisory_lock%'""", 1);
            assertThat(second).isNotDone();
            older.commit();
            first.get().close();
            second.get().close();
        }
        assertThat(indexIsValid(url)).isTrue();
    }

    @Test
    void invalidIndexIsBuiltAgain() throws SQLException {
        String url = newDatabase();
        migrateTo("2", url);
        SqlStores.execute(url, "create index sessions_by_close_time on sessions (close_time)");
        SqlStores.execute(url,
                "update pg_index set indisvalid = false where indexrelid = 'sessions_by_close_time'::regclass");
        assertThat(indexIsValid(url)).isFalse();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        assertThat(indexIsValid(url)).isTrue();
    }

    /** Sets limits for all users of the database, as operators do. */
    private static void limitStatements(String url) throws SQLException {
        SqlStores.execute(url, """
                do $$ begin
                    execute format('alter database %I set statement_timeout = ''1s''', current_database());
                    execute format('alter database %I set lock_timeout = ''900ms''', current_database());
                end $$""");
    }

    /** Waits until the index build has waited this long for a transaction. */
    private static void awaitBuilding(String url, int millis) throws SQLException, InterruptedException {
        SqlStores.await(url, "select count(*) " + BUILDING
                + " and clock_timestamp() - query_start > interval '" + millis + " ms'", 1);
    }

    private static boolean indexIsValid(String url) throws SQLException {
        return SqlStores.text(url,
                "select indisvalid from pg_index where indexrelid = 'sessions_by_close_time'::regclass")
                .startsWith("t");
    }

    /** A transaction of an older instance that has opened a session. No index build can complete while it is open. */
    private static final class OpenTransaction implements AutoCloseable {

        private final Connection connection;

        OpenTransaction(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(INSERT);
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
