package sessions.persistence.mongo;

import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.server.MongoWireServer;
import sessions.testkit.store.SessionStoreContract;
import sessions.testkit.store.StoreLimitation;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoSessionStoreTest implements SessionStoreContract {

    private final String url = MongoWireServer.newDatabase();
    private final SessionStore store = StoreProviders.open(new StoreSettings(url, null, null), Fixtures.ONE_HOUR);
    private final SessionStore otherInstance = StoreProviders.open(new StoreSettings(url, null, null),
            Fixtures.ONE_HOUR);

    @BeforeEach
    void empty() {
        RawSessions.execute(url, sessions -> sessions.deleteMany(new BsonDocument()));
    }

    @AfterAll
    void close() {
        store.close();
        otherInstance.close();
        RawSessions.drop(url);
    }

    @Override
    public SessionStore store() {
        return store;
    }

    @Override
    public SessionStore otherInstance() {
        return otherInstance;
    }

    @Override
    public Set<StoreLimitation> limitations() {
        return StoreLimitation.OF_MONGODB;
    }
}
