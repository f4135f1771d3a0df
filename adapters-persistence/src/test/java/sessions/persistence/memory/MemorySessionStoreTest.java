package sessions.persistence.memory;

import sessions.domain.port.driven.SessionStore;
import sessions.testkit.store.SessionStoreContract;

class MemorySessionStoreTest implements SessionStoreContract {

    private final SessionStore store = new MemorySessionStore();

    @Override
    public SessionStore store() {
        return store;
    }
}
