package sessions.bootstrap.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.CallersContract;
import sessions.testkit.port.DrivingPortsContract;
import sessions.testkit.server.MongoWireServer;
import sessions.testkit.server.PostgresServer;
import sessions.testkit.store.StoreLimitation;
import sessions.wire.mergepatch.JsonMergePatch;

/** The driving ports fulfil their contract on the other stores; the application's own tests use the memory store. */
class UseCasesOnStoresTest {

    abstract static class OnStore
            implements
                DrivingPortsContract,
                CallersContract {

        private final SettableClock clock = new SettableClock(Fixtures.NOON);
        private final SessionStore store;
        private final DrivingPorts ports;

        OnStore(SessionStore store) {
            this.store = store;
            this.ports = UseCases.on(store, clock,
                    new SessionRules(Fixtures.ONE_HOUR, MAX_PAGE_SIZE, Duration.ZERO, false, IDEMPOTENCY_WINDOW),
                    new JsonMergePatch(1000),
                    new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of()));
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        public DrivingPorts ports() {
            return ports;
        }

        @Override
        public SettableClock clock() {
            return clock;
        }
    }

    /** Closing the store also drops its database. */
    @Nested
    class OnH2 extends OnStore {
        OnH2() {
            super(StoreProviders.open(new StoreSettings("jdbc:h2:mem:use-cases", null, null)));
        }
    }

    @Nested
    class OnFile extends OnStore {
        OnFile(@TempDir Path folder) {
            super(StoreProviders.open(new StoreSettings("file:" + folder.resolve("sessions.json"), null, null),
                    Fixtures.ONE_HOUR));
        }
    }

    @Nested
    class OnPostgres extends OnStore {
        OnPostgres() {
            super(StoreProviders.open(new StoreSettings(PostgresServer.newDatabase(), null, null)));
        }
    }

    @Nested
    class OnMongo extends OnStore {
        OnMongo() {
            super(StoreProviders.open(new StoreSettings(MongoWireServer.newDatabase(), null, null), Fixtures.ONE_HOUR));
        }

        @Override
        public Set<StoreLimitation> limitations() {
            return StoreLimitation.OF_MONGODB;
        }
    }
}
