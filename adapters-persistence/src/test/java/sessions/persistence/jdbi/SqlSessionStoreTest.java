package sessions.persistence.jdbi;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.store.SessionStoreContract;

/** Runs the store contract on a SQL store. The tables are emptied before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SqlSessionStoreTest implements SessionStoreContract {

    private final String url;
    private final SessionStore store;

    public SqlSessionStoreTest(String url) {
        this.url = url;
        this.store = StoreProviders.open(new StoreSettings(url, null, null));
    }

    public final String url() {
        return url;
    }

    @BeforeEach
    void empty() throws SQLException {
        SqlStores.execute(url, "delete from sessions");
        SqlStores.execute(url, "delete from opening_claims");
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    public SessionStore store() {
        return store;
    }
}
