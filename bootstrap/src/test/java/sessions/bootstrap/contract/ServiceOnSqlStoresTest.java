package sessions.bootstrap.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import sessions.application.SessionRules;
import sessions.application.SessionsService;
import sessions.domain.ISessionsV1;
import sessions.domain.SessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.PostgresServer;
import sessions.testkit.SessionsLifeCycleContract;
import sessions.testkit.SessionsListContract;
import sessions.testkit.SettableClock;

/** The driving port keeps its contract on the SQL stores too; on memory the application's own tests show it. */
class ServiceOnSqlStoresTest {

    abstract static class OnStore implements SessionsLifeCycleContract, SessionsListContract {

        private final SettableClock clock = new SettableClock(Fixtures.NOON);
        private final SessionStore store;
        private final ISessionsV1 sessions;

        OnStore(SessionStore store) {
            this.store = store;
            this.sessions = new SessionsService(store, clock, new SessionRules(Fixtures.ONE_HOUR, MAX_PAGE_SIZE));
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        public ISessionsV1 sessions() {
            return sessions;
        }

        @Override
        public SettableClock clock() {
            return clock;
        }
    }

    /** Closing the store drops its database. */
    @Nested
    class OnH2 extends OnStore {
        OnH2() {
            super(JdbiSessionStore.open("jdbc:h2:mem:service", null, null));
        }
    }

    @Nested
    class OnPostgres extends OnStore {
        OnPostgres() {
            super(JdbiSessionStore.open(PostgresServer.newDatabase(), null, null));
        }
    }
}
