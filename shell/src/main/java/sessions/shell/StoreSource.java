package sessions.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a command gets stores from, to move sessions out of them and into them. */
public interface StoreSource {

    /**
     * Opens a store for the time of some work.
     *
     * @param address where it is, or null for the configured one
     * @param absence what to do where there is none
     * @return what the work answers
     * @throws sessions.domain.error.SessionsException where it cannot be opened
     */
    int with(@Nullable StoreAddress address, Absence absence, StoreWork work) throws IOException;

    /** What becomes of work on a store that is not there. */
    enum Absence {
        /** It is refused. */
        REFUSED,
        /** The store is made. */
        MADE,
        /** An empty store stands for it, and is gone afterwards. */
        PRETENDED
    }

    /** What is done with a store. */
    interface StoreWork {

        /** Does the work and answers the exit status. */
        int on(OpenStore store) throws IOException;
    }
}
