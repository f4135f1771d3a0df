package sessions.persistence.memory;

import sessions.domain.SessionStore;
import sessions.testkit.SessionStoreContract;

class MemorySessionStoreTest implements SessionStoreContract {

    private final SessionStore store = new MemorySessionStore();

    @Override
    public SessionStore store() {
        return store;
    }
}
