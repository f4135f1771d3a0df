package sessions.bootstrap.store;

import java.io.IOException;
import java.util.function.Supplier;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Makes failures to open a store say which store it is, and what to do. */
public final class StoreAccess {

    private StoreAccess() {
    }

    /** Opens a store, or reads its schema; a failure names it. */
    static <T> T named(StoreSettings settings, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreUnavailableException unreachable) {
            throw new StoreUnavailableException("The store " + settings.displayUrl() + " cannot be opened",
                    unreachable.getCause());
        }
    }

    /**
     * Opens a store, or something on it.
     *
     * @param advice what to do with the other process, if one has the store open
     */
    public static <T> T advised(StoreSettings settings, String advice, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreUnavailableException unavailable) {
            Throwable cause = unavailable.getCause();
            throw cause != null && StoreProviders.of(settings).isInUse(cause)
                    ? new StoreUnavailableException(unavailable.getMessage(),
                            new IOException(cause.getMessage() + ": " + advice, cause))
                    : unavailable;
        }
    }
}
