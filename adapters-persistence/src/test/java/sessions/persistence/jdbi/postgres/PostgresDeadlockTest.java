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

/** Somebody else locks rows in another order than the store, which loses the deadlock and repeats. */
@Timeout(60)
class PostgresDeadlockTest {

    private final String url = PostgresServer.newDatabase();

    @Test
    void sweepThatLosesADeadlockIsRepeated() throws Exception {
        Instant expired = NOON.plus(HOUR).plus(HOUR);
        assertRepeated("sessions", "id",
                store -> assertThat(store.closing().closeExpired(expired, 10).closed()).isEqualTo(3));
        assertThat(SqlStores.number(url, "select count(*) from sessions where active")).isZero();
    }

    @Test
    void closingByFilterThatLosesADeadlockIsRepeated() throws Exception {
        assertRepeated("sessions", "id",
                store -> assertThat(store.closing().closeMatching(SessionFilter.ofUser("user"), NOON, null, 10))
                        .isEqualTo(new ClosedBatch(3, null)));
        assertThat(SqlStores.number(url, "select count(*) from sessions where active")).isZero();
    }

    @Test
    void removalOfForgottenClaimsThatLosesADeadlockIsRepeated() throws Exception {
        assertRepeated("opening_claims", "request_key",
                store -> assertThat(store.idempotency().removeExpired(NOON, 10)).isEqualTo(3));
        assertThat(SqlStores.number(url, "select count(*) from opening_claims")).isZero();
    }

    /** A command that finds three rows and then locks them in the order of their keys. */
    private void assertRepeated(String table, String key, Consumer<SessionStore> command) throws Exception {
        // Whoever notices a deadlock first loses it: that is to be the store.
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
            // Its repetition can be faster than the rival that its loss has woken, and then loses once more.
            assertThat(changed.get()).as("find, change, change again").hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private String databaseName() throws SQLException {
        return SqlStores.text(url, "select current_database()").strip();
    }

    /** Never the one to notice a deadlock. */
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
