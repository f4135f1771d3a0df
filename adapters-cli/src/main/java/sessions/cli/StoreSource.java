package sessions.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a command gets stores from, to move sessions out of them and into them. */
public interface StoreSource {

    /**
     * Opens a store for the time of some work.
     *
     * @param address where it is, or null for the configured one
     * @param mayBeNew whether one is made where there is none
     * @return what the work answers
     * @throws sessions.domain.SessionsException where it cannot be opened
     */
    int with(@Nullable StoreAddress address, boolean mayBeNew, StoreWork work) throws IOException;

    /** What is done with a store. */
    interface StoreWork {

        /** Does the work and answers the exit status. */
        int on(OpenStore store) throws IOException;
    }
}
