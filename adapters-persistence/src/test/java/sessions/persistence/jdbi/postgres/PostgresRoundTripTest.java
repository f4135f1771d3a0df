package sessions.persistence.jdbi.postgres;

import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.StatementCountTest;
import sessions.testkit.server.PostgresServer;

/** Counts statements on the network, which includes {@code begin}, {@code commit} and further reads. */
class PostgresRoundTripTest extends StatementCountTest {

    private final RoundTripCounter wire;
    private final SessionStore store;

    PostgresRoundTripTest() throws IOException {
        wire = RoundTripCounter.to(PostgresServer.newDatabase());
        store = StoreProviders.open(new StoreSettings(wire.url(), null, null));
    }

    @AfterAll
    void close() throws IOException {
        store.close();
        wire.close();
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
