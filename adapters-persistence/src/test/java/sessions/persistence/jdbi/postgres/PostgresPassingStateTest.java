package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.Concurrently;
import sessions.testkit.server.PostgresServer;

/** States of a database that pass: calls fail as in an outage, and connections that cannot recover leave the pool. */
@Timeout(60)
class PostgresPassingStateTest {

    private final String url = PostgresServer.newDatabase();

    @Test
    void databaseThatOnlyReadsIsUnavailableUntilItAcceptsChangesAgain() throws SQLException {
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            setReadOnly("on");
            useAllConnections(store, session);
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> touch(store, session));
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(store::check)
                    .withMessage("The store could not be written");
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);

            setReadOnly("off");
            for (int i = 0; i < 2 * SqlDatabase.CONNECTIONS; i++) {
                awaitWritable(store, session);
            }
            store.check();
        }
    }

    /** As with a pooler between, which gives the store a connection that another client has reset. */
    @Test
    void connectionWithoutItsPreparedStatementsLeavesThePool() throws Exception {
        AtomicInteger process = new AtomicInteger();
        try (SqlDatabase database = SqlStores.database(url + "&prepareThreshold=1")) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> database.read("test", handle -> handle.inTransaction(transaction -> {
                        process.set(processId(transaction));
                        transaction.execute("do $$ begin execute 'deallocate all'; end $$");
                        return processId(transaction);
                    }))).havingCause().withMessageContaining("prepared statement");
            SqlStores.await(url, "select count(*) from (select 1) as one where not exists (select 1 from"
                    + " pg_stat_activity where pid = " + process + ")", 1);
            assertThat(database.read("test", PostgresPassingStateTest::processId)).isNotEqualTo(process.get());
        }
    }

    private static int processId(Handle handle) {
        return handle.createQuery("select pg_backend_pid()").mapTo(int.class).one();
    }

    private static void touch(SessionStore store, SessionV1 session) {
        assertThat(store.sessions().change(session.id(), new SessionChange.Touch(NOON, null), ONE_HOUR)).isNotNull();
    }

    private static void awaitWritable(SessionStore store, SessionV1 session) {
        while (true) {
            try {
                touch(store, session);
                return;
            } catch (StoreUnavailableException notYet) {
                assertThat(notYet).hasMessage("The store could not change a session");
            }
        }
    }

    /** Changes a setting of new connections, and closes all connections, as a failover does. */
    private void setReadOnly(String value) throws SQLException {
        String name = SqlStores.text(url, "select current_database()").strip();
        SqlStores.execute(url.replace("lock_timeout=60s", "default_transaction_read_only=off"),
                "alter database " + name + " set default_transaction_read_only = " + value);
        if (value.equals("on")) {
            SqlStores.execute(url, "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private static void useAllConnections(SessionStore store, SessionV1 session) {
        Concurrently.run(2 * SqlDatabase.CONNECTIONS, _ -> () -> {
            try {
                return store.sessions().find(session.id(), NOON);
            } catch (StoreUnavailableException lostConnection) {
                return lostConnection;
            }
        });
    }
}
