package sessions.testkit.store;

import java.util.Set;
import sessions.domain.port.driven.SessionStore;

/** What the store suites need of a test class. */
public interface StoreContract {

    /** The store under test, empty at the start of each test. */
    SessionStore store();

    /**
     * Another instance on the same sessions, as a second process would have it; the same one where there can be only
     * one.
     */
    default SessionStore otherInstance() {
        return store();
    }

    /** What the store cannot do. */
    default Set<StoreGap> gaps() {
        return Set.of();
    }
}
