package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

/** Another client has locked a row. Calls that change it wait, all others are served. */
@Timeout(60)
class PostgresLockedRowTest {

    private static final int CALLERS = 2 * SqlDatabase.CONNECTIONS;

    private final String url = PostgresServer.newDatabase();
    private final SessionV1 locked = session("locked", NOON);
    private final SessionV1 other = session("other", NOON);

    @Test
    void otherSessionsAreServedWhileManyCallsWaitForALockedOne() throws Exception {
        try (SessionStore store = open(url); Connection client = lock()) {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<SessionV1>> waiting = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    waiting.add(executor.submit(() -> touch(store, locked)));
                }
                SqlStores.awaitWaiting(url, 2);
                assertThat(touch(store, other).version()).isEqualTo(2);
                assertThat(SqlStores.number(url, WAITING)).isEqualTo(2);
                client.rollback();
                for (Future<SessionV1> each : waiting) {
                    assertThat(each.get().id()).isEqualTo(locked.id());
                }
            }
            assertThat(store.sessions().find(locked.id(), NOON).orElseThrow().version()).isEqualTo(1 + CALLERS);
        }
    }

    @Test
    void singleSessionsAreServedWhileManyBulkChangesWaitForALockedOne() throws Exception {
        try (SessionStore store = open(url); Connection client = lock()) {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> waiting = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    waiting.add(executor.submit(() -> store.removal().removeOfUser("locked", 10)));
                    waiting.add(executor.submit(
                            () -> store.closing().closeMatching(SessionFilter.ofUser("locked"), NOON, null, 10)
                                    .closed()));
                }
                SqlStores.awaitWaiting(url, 2);
                assertThat(touch(store, other).version()).isEqualTo(2);
                client.rollback();
                for (Future<Integer> each : waiting) {
                    assertThat(each.get()).isBetween(0, 1);
                }
            }
            assertThat(store.sessions().find(locked.id(), NOON)).isEmpty();
        }
    }

    @Test
    void callThatWaitsTooLongForALockFails() throws SQLException {
        String impatient = PostgresServer.newDatabaseWithDefaultTimeouts() + "&poolTimeout=60";
        assertThat(lockTimeout(impatient)).isEqualTo("3s");
        assertThat(lockTimeout(impatient + "&options=-c%20lock_timeout=100ms")).isEqualTo("100ms");
        try (SessionStore store = open(url.replace("lock_timeout=60s", "lock_timeout=100ms"));
                Connection _ = lock()) {
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> touch(store, locked))
                    .havingCause().withMessageContaining("lock timeout");
        }
    }

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    private static String lockTimeout(String url) {
        try (SqlDatabase database = SqlStores.database(url)) {
            return database.read("test", handle -> handle.createQuery("select current_setting('lock_timeout')")
                    .mapTo(String.class).one());
        }
    }

    private SessionStore open(String databaseUrl) {
        SessionStore store = StoreProviders.open(new StoreSettings(databaseUrl, null, null));
        store.sessions().insert(locked);
        store.sessions().insert(other);
        return store;
    }

    private Connection lock() throws SQLException {
        Connection client = DriverManager.getConnection(url);
        client.setAutoCommit(false);
        try (Statement statement = client.createStatement()) {
            statement.execute("select 1 from sessions where user_id = 'locked' for update");
        }
        return client;
    }

    private static SessionV1 touch(SessionStore store, SessionV1 session) {
        return changed(store.sessions().change(session.id(), new SessionChange.Touch(NOON, null), ONE_HOUR));
    }
}
