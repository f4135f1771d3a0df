package sessions.application.observe;

import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.store.SessionStoreContract;

/** An observed store behaves like the store itself. */
class ObservedStoreTest implements SessionStoreContract {

    private final SessionStore store = new ObservedStore(new MemorySessionStore(), Telemetry.NONE);

    @Override
    public SessionStore store() {
        return store;
    }
}
