package sessions.persistence.jdbi.postgres;

import org.junit.jupiter.api.AfterAll;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlSessionStoreTest;
import sessions.testkit.server.PostgresServer;

class PostgresSessionStoreTest extends SqlSessionStoreTest {

    private final SessionStore otherInstance;

    PostgresSessionStoreTest() {
        super(PostgresServer.newDatabase());
        otherInstance = StoreProviders.open(new StoreSettings(url(), null, null));
    }

    @AfterAll
    void closeOther() {
        otherInstance.close();
    }

    @Override
    public SessionStore otherInstance() {
        return otherInstance;
    }
}
