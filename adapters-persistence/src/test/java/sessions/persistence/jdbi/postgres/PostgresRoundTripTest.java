package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlStores;
import sessions.persistence.jdbi.StatementCountTest;
import sessions.testkit.server.PostgresServer;

/** Counts statements on the network, which includes {@code begin}, {@code commit} and further reads. */
class PostgresRoundTripTest extends StatementCountTest {

    private final RoundTripCounter wire;
    private final SessionStore store;

    /** Waits until the pool has opened its connections, because each sends a statement first. */
    PostgresRoundTripTest() throws IOException, SQLException, InterruptedException {
        String database = PostgresServer.newDatabase();
        wire = RoundTripCounter.to(database);
        store = StoreProviders.open(new StoreSettings(wire.url(), null, null));
        SqlStores.await(database, "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = 'sessions' and state = 'idle' and query <> '' and query not ilike 'set %'",
                SqlDatabase.CONNECTIONS);
    }

    @AfterAll
    void close() throws IOException {
        store.close();
        wire.close();
    }

    @Test
    void checksOfAnIdleConnectionDoNotCount() throws SQLException {
        try (Connection connection = DriverManager.getConnection(wire.url())) {
            int before = wire.roundTrips();
            for (int checks = 0; checks < 10; checks++) {
                assertThat(connection.isValid(0)).isTrue();
            }
            assertThat(wire.roundTrips()).isEqualTo(before);
        }
    }

    @Override
    public int statements(Consumer<SessionStore> command) {
        int before = wire.roundTrips();
        command.accept(store);
        return wire.roundTrips() - before;
    }

    /** Counts begin and commit. The driver does not wait for the response to begin. */
    @Override
    public int transaction() {
        return 2;
    }
}
