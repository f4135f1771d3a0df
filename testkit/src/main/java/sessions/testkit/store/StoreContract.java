package sessions.testkit.store;

import java.util.Set;
import sessions.domain.port.driven.SessionStore;

/** Requirements of the store suites. */
public interface StoreContract {

    /** Returns the store under test, which is empty at the start of each test. */
    SessionStore store();

    /**
     * Returns another instance on the same sessions, like a second process; the same instance if the store supports
     * only one.
     */
    default SessionStore otherInstance() {
        return store();
    }

    /** Returns the limitations of the store. */
    default Set<StoreLimitation> limitations() {
        return Set.of();
    }
}
