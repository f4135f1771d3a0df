package sessions.persistence.memory;

import sessions.domain.SessionStore;
import sessions.testkit.StoreConcurrencyContract;
import sessions.testkit.StoreExpiryContract;
import sessions.testkit.StoreLifeCycleContract;
import sessions.testkit.StoreListContract;

class MemorySessionStoreTest
        implements
            StoreLifeCycleContract,
            StoreListContract,
            StoreExpiryContract,
            StoreConcurrencyContract {

    private final SessionStore store = new MemorySessionStore();

    @Override
    public SessionStore store() {
        return store;
    }
}
