package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.Concurrently;
import sessions.testkit.server.PostgresServer;

/** The server closes every connection of the store, as in a restart or failover. */
class PostgresConnectionLossTest {

    /** At most this many calls can get a dead connection, because each of them removes it from the pool. */
    private static final int CONNECTIONS = 10;

    private final String url = PostgresServer.newDatabase();

    @Test
    void storeRecoversAfterLosingAllConnections() throws SQLException {
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            for (int loss = 0; loss < 5; loss++) {
                useAllConnections(store, session);
                endConnections();
                assertThat(failuresUntilFound(store, session)).hasSizeLessThanOrEqualTo(CONNECTIONS);
            }
        }
    }

    private static void useAllConnections(SessionStore store, SessionV1 session) {
        Concurrently.run(2 * CONNECTIONS, i -> () -> store.sessions().find(session.id(), NOON));
    }

    private void endConnections() throws SQLException {
        SqlStores.execute(url, "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    /** Collects outages; any other exception fails the test. */
    private static List<StoreUnavailableException> failuresUntilFound(SessionStore store, SessionV1 session) {
        List<StoreUnavailableException> failures = new ArrayList<>();
        while (failures.size() <= CONNECTIONS) {
            try {
                assertThat(store.sessions().find(session.id(), NOON)).contains(session);
                return failures;
            } catch (StoreUnavailableException outage) {
                failures.add(outage);
            }
        }
        return failures;
    }
}
