package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
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

    @Test
    void rowThatContradictsItselfFailsNoReader() throws SQLException {
        SessionV1 active = session("user", NOON);
        SessionV1 closed = session("user", NOON);
        store.sessions().insert(active);
        store.sessions().insert(closed);
        SqlStores.execute(url, "update sessions set close_time = 1, request_time = 1, version = 0");
        SqlStores.execute(url, "update sessions set active = false, close_time = null where id = '"
                + SessionRow.uuid(closed.id()) + "'");
        assertThat(store.sessions().find(active.id(), NOON)).contains(active);
        assertThat(store.sessions().find(closed.id(), NOON)).hasValueSatisfying(read -> {
            assertThat(read.closeTime()).isEqualTo(NOON);
            assertThat(read.data()).isNull();
        });
        assertThat(store.lists().list(SessionFilter.ALL, NOON, 0, 10)).hasSize(2);
        assertThat(changed(store.sessions().change(active.id(), new SessionChange.Touch(NOON, 1L), ONE_HOUR)).version())
                .isEqualTo(2);
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
