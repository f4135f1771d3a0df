package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.jdbi.RecordedStore;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

/** Another program locks rows in another order than the store, which loses the deadlock and retries. */
@Timeout(60)
class PostgresDeadlockTest {

    private final String url = PostgresServer.newDatabase();

    @Test
    void sweepIsRetriedAfterADeadlock() throws Exception {
        Instant expired = NOON.plus(HOUR).plus(HOUR);
        assertRetried("sessions", "id",
                store -> assertThat(store.closing().closeExpired(expired, 10).closed()).isEqualTo(3));
        assertThat(SqlStores.number(url, "select count(*) from sessions where active")).isZero();
    }

    @Test
    void closingByFilterIsRetriedAfterADeadlock() throws Exception {
        assertRetried("sessions", "id",
                store -> assertThat(store.closing().closeMatching(SessionFilter.ofUser("user"), NOON, null, 10))
                        .isEqualTo(new ClosedBatch(3, null)));
        assertThat(SqlStores.number(url, "select count(*) from sessions where active")).isZero();
    }

    @Test
    void removalOfExpiredRecordsIsRetriedAfterADeadlock() throws Exception {
        assertRetried("opening_claims", "request_key",
                store -> assertThat(store.idempotency().removeExpired(NOON, 10)).isEqualTo(3));
        assertThat(SqlStores.number(url, "select count(*) from opening_claims")).isZero();
    }

    /** Runs a command that finds three rows and then locks them in the order of their keys. */
    private void assertRetried(String table, String key, Consumer<SessionStore> command) throws Exception {
        // The side that notices a deadlock first loses it. This must be the store.
        SqlStores.execute(url, "alter database " + databaseName() + " set deadlock_timeout = '10ms'");
        try (RecordedStore recorded = RecordedStore.open(url);
                Connection gate = transaction();
                Connection rival = transaction();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String digit : List.of("1", "2", "3")) {
                SessionV1 session = session("user", NOON);
                recorded.store().idempotency().insertOnce(session,
                        new IdempotencyRecord(digit.repeat(64), digit.repeat(64), session.id(), NOON), NOON);
            }
            List<String> rows = SqlStores.text(url, "select " + key + " from " + table + " order by " + key).lines()
                    .map(value -> "select 1 from " + table + " where " + key + " = '" + value + "' for no key update")
                    .toList();

            execute(gate, rows.get(1));
            execute(rival, rows.get(2));
            Future<List<RecordedStore.Statement>> changed = executor.submit(() -> recorded.statements(command));
            SqlStores.awaitWaiting(url, 1); // the store has the first row and waits for the second
            Future<?> rivalry = executor.submit(() -> {
                execute(rival, rows.get(0));
                rival.commit();
                return null;
            });
            SqlStores.awaitWaiting(url, 2); // the rival has the third row and waits for the first
            gate.rollback(); // the store gets the second row and asks for the third

            rivalry.get();
            // The retry can be faster than the rival that got the lock, and then loses again.
            assertThat(changed.get()).as("find, change, change again").hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private String databaseName() throws SQLException {
        return SqlStores.text(url, "select current_database()").strip();
    }

    /** Opens a transaction that never notices a deadlock first. */
    private Connection transaction() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        execute(connection, "set deadlock_timeout = '1h'");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
