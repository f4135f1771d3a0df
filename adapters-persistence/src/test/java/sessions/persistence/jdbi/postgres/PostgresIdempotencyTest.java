package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SessionRow;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

/**
 * Stops an opening between record and session: another insert of the same session is not committed, and the store waits
 * for its end.
 */
@Timeout(60)
class PostgresIdempotencyTest {

    private final String url = PostgresServer.newDatabase();
    private final SessionStore store = StoreProviders.open(new StoreSettings(url, null, null));
    private final SessionStore otherInstance = StoreProviders.open(new StoreSettings(url, null, null));
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private final SessionV1 session = session("user", NOON);
    private final SessionV1 repetition = session("user", NOON);

    private Connection rival;

    @BeforeEach
    void beginRivalOpening() throws SQLException {
        rival = DriverManager.getConnection(url);
        rival.setAutoCommit(false);
        try (Statement statement = rival.createStatement()) {
            statement.execute("""
                    insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
                    values ('%s', 'rival', true, 0, 0, 1, 0)""".formatted(SessionRow.uuid(session.id())));
        }
    }

    @AfterEach
    void close() throws SQLException {
        rival.close();
        executor.close();
        store.close();
        otherInstance.close();
    }

    @Test
    void interruptedOpeningLeavesNothingAndCanBeRepeated() throws Exception {
        Future<Optional<IdempotencyRecord>> opening = open(store, session);
        SqlStores.awaitWaiting(url, 1);
        SqlStores.execute(url, "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'");
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(opening::get)
                .withCauseInstanceOf(StoreUnavailableException.class);
        rival.rollback();
        assertThat(SqlStores.number(url, "select count(*) from opening_claims")).isZero();
        assertThat(store.lists().count(SessionFilter.ALL, NOON)).isZero();

        assertThat(open(otherInstance, repetition).get()).isEmpty();
        assertThat(open(otherInstance, session).get()).contains(record(repetition));
        assertThat(otherInstance.lists().count(SessionFilter.ALL, NOON)).isEqualTo(1);
    }

    @Test
    void repetitionWaitsForTheOpeningAndReturnsItsRecord() throws Exception {
        Future<Optional<IdempotencyRecord>> opening = open(store, session);
        SqlStores.awaitWaiting(url, 1);
        Future<Optional<IdempotencyRecord>> repeated = open(otherInstance, repetition);
        SqlStores.awaitWaiting(url, 2);
        rival.rollback();
        assertThat(opening.get()).isEmpty();
        assertThat(repeated.get()).contains(record(session));
        assertThat(store.sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    void repetitionOpensTheSessionIfTheFirstOpeningFails() throws Exception {
        Future<Optional<IdempotencyRecord>> opening = open(store, session);
        SqlStores.awaitWaiting(url, 1);
        Future<Optional<IdempotencyRecord>> repeated = open(otherInstance, repetition);
        SqlStores.awaitWaiting(url, 2);
        rival.commit(); // now a session with this id exists
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(opening::get);
        assertThat(repeated.get()).isEmpty();
        assertThat(store.sessions().find(repetition.id(), NOON)).contains(repetition);
    }

    private Future<Optional<IdempotencyRecord>> open(SessionStore instance, SessionV1 wanted) {
        return executor.submit(() -> instance.idempotency().insertOnce(wanted, record(wanted), NOON));
    }

    private static IdempotencyRecord record(SessionV1 wanted) {
        return new IdempotencyRecord("key", "hash", wanted.id(), NOON.plusSeconds(1));
    }
}
