package sessions.bootstrap.store;

import java.io.IOException;
import java.util.function.Supplier;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Adds the store and advice to the errors of opening a store. */
public final class StoreAccess {

    private StoreAccess() {
    }

    /** Opens a store or reads its schema; the error contains the store. */
    static <T> T withStoreName(StoreSettings settings, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreUnavailableException unreachable) {
            throw new StoreUnavailableException("The store " + settings.displayUrl() + " cannot be opened",
                    unreachable.getCause());
        }
    }

    /**
     * Opens a store, or a service on it.
     *
     * @param advice the advice for the error if another process has the store open
     */
    public static <T> T withAdvice(StoreSettings settings, String advice, Supplier<T> opening) {
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
