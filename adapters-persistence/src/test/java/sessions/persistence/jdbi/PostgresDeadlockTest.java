package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.SessionV1;
import sessions.domain.SweptBatch;
import sessions.testkit.PostgresServer;

/** Somebody else locks rows in another order than the store's sweep, which loses the deadlock and is repeated. */
@Timeout(60)
class PostgresDeadlockTest {

    private static final Instant EXPIRED = NOON.plus(HOUR).plus(HOUR);

    private final String url = PostgresServer.newDatabase();

    @Test
    void sweepThatLosesADeadlockIsRepeated() throws Exception {
        // Whoever notices a deadlock first loses it: that is to be the store.
        SqlStores.execute(url, "alter database " + databaseName() + " set deadlock_timeout = '10ms'");
        try (RecordedStore recorded = RecordedStore.open(url);
                Connection gate = transaction();
                Connection rival = transaction();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SessionV1> sessions = Stream.generate(() -> session("user", NOON)).limit(3)
                    .sorted(Comparator.comparing(each -> each.id().value())).toList();
            sessions.forEach(recorded.store()::insert);

            lock(gate, sessions.get(1));
            lock(rival, sessions.get(2));
            AtomicReference<SweptBatch> swept = new AtomicReference<>();
            Future<List<RecordedStore.Statement>> sweep = executor.submit(
                    () -> recorded.statements(store -> swept.set(store.closeExpired(EXPIRED, 10))));
            awaitWaiting(1); // the sweep has the first row and waits for the second
            Future<?> rivalry = executor.submit(() -> {
                lock(rival, sessions.get(0));
                rival.commit();
                return null;
            });
            awaitWaiting(2); // the rival has the third row and waits for the first
            gate.rollback(); // the sweep gets the second row and asks for the third

            rivalry.get();
            assertThat(sweep.get()).as("find, close, close again").hasSize(3);
            assertThat(swept.get()).isEqualTo(new SweptBatch(3, false));
            assertThat(recorded.store().count(activeIs(true), NOON)).isZero();
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

    private static void lock(Connection connection, SessionV1 session) throws SQLException {
        execute(connection,
                "select 1 from sessions where id = '" + SessionRow.uuid(session.id()) + "' for no key update");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitWaiting(int connections) throws SQLException {
        while (SqlStores.number(url, "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'") < connections) {
            Thread.onSpinWait();
        }
    }
}
