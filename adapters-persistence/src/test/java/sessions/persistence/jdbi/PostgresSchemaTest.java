package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.testkit.PostgresServer;

@Timeout(60)
class PostgresSchemaTest extends SchemaTest {

    private static final String INSERT = """
            insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
            values (gen_random_uuid(), 'user', true, 0, 0, 1, 0)""";

    @Override
    String newDatabase() {
        return PostgresServer.newDatabase();
    }

    /** Building an index takes long, here because it waits for a transaction; longer than other statements may take. */
    @Test
    void olderInstanceGoesOnWritingWhileANewerOneMigrates() throws Exception {
        String url = newDatabase();
        migrateTo("2", url);
        try (Connection older = DriverManager.getConnection(url);
                Statement statement = older.createStatement();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            older.setAutoCommit(false);
            statement.execute(INSERT);
            Future<JdbiSessionStore> newer = executor
                    .submit(() -> JdbiSessionStore.open(url + "&socketTimeout=1", null, null));
            SqlStores.await(url, """
                    select count(*) from pg_stat_activity where datname = current_database()
                        and wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '1500 ms'""", 1);
            SqlStores.execute(url, "set lock_timeout = '1s'; " + INSERT);
            older.commit();
            newer.get().close();
        }
        assertThat(indexIsValid(url)).isTrue();
        assertThat(SqlStores.number(url, "select count(*) from sessions")).isEqualTo(2);
    }

    @Test
    void indexWhoseBuildingWasCutOffIsBuiltAgain() throws SQLException {
        String url = newDatabase();
        migrateTo("2", url);
        SqlStores.execute(url, "create index sessions_by_close_time on sessions (close_time)");
        SqlStores.execute(url,
                "update pg_index set indisvalid = false where indexrelid = 'sessions_by_close_time'::regclass");
        assertThat(indexIsValid(url)).isFalse();
        JdbiSessionStore.open(url, null, null).close();
        assertThat(indexIsValid(url)).isTrue();
    }

    private static boolean indexIsValid(String url) throws SQLException {
        return SqlStores.text(url,
                "select indisvalid from pg_index where indexrelid = 'sessions_by_close_time'::regclass")
                .startsWith("t");
    }
}
