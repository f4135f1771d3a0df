package sessions.bootstrap.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.file.FileInUseException;

/** Says what to do where a command wants a store that another process has open. */
public final class StoreInUse {

    /** H2's own code for it. */
    private static final String H2_IS_HELD = "90020";

    private StoreInUse() {
    }

    /**
     * Opens a store, or what is on it.
     *
     * @param advice what to do with the other process
     */
    public static <T> T advised(String advice, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreUnavailableException unavailable) {
            Throwable cause = unavailable.getCause();
            throw cause != null && isHeld(cause)
                    ? new StoreUnavailableException(unavailable.getMessage(),
                            new IOException(cause.getMessage() + ": " + advice, cause))
                    : unavailable;
        }
    }

    private static boolean isHeld(Throwable cause) {
        return cause instanceof FileInUseException
                || (cause instanceof SQLException sql && H2_IS_HELD.equals(sql.getSQLState()));
    }
}
