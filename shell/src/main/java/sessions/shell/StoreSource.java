package sessions.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens stores for commands that move sessions. */
public interface StoreSource {

    /**
     * Opens a store, runs work on it and closes it.
     *
     * @param address the store's address, or null for the configured store
     * @param absence determines what happens if the store does not exist
     * @return the result of the work
     * @throws sessions.domain.error.SessionsException if the store cannot be opened
     */
    int with(@Nullable StoreAddress address, Absence absence, StoreWork work) throws IOException;

    /** The reaction to a store that does not exist. */
    enum Absence {
        /** The work fails. */
        FAIL,
        /** The store is created. */
        CREATE,
        /** The work uses a temporary empty store. */
        SIMULATE
    }

    /** Work on a store. */
    interface StoreWork {

        /** Does the work and returns the exit code. */
        int on(OpenStore store) throws IOException;
    }
}
