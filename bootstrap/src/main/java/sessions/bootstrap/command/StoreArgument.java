package sessions.bootstrap.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.StoreUnavailableException;

/**
 * An argument with the URL of a store. Errors about a store name {@code --store} and its sibling options; for a store that
 * an argument names, they name the argument and its options instead.
 *
 * @param name the argument, such as {@code FROM}; its options begin with it, as {@code --from-user} does
 */
record StoreArgument(String name) {

    private static final String STORE = "--store";

    /** Opens a store; errors name this argument. */
    <T> T opening(Supplier<T> store) {
        try {
            return store.get();
        } catch (InvalidDataException invalid) {
            throw new InvalidDataException(renamed(invalid.getMessage()), List.of());
        } catch (StoreUnavailableException unavailable) {
            throw renamed(unavailable);
        }
    }

    /** The message of the cause has the advice. */
    private StoreUnavailableException renamed(StoreUnavailableException unavailable) {
        Throwable cause = unavailable.getCause();
        String advice = cause == null ? null : cause.getMessage();
        return advice == null || !advice.contains(STORE)
                ? unavailable
                : new StoreUnavailableException(unavailable.getMessage(), new IOException(renamed(advice), cause));
    }

    private String renamed(String message) {
        return message.replace(STORE + "-", "--" + name.toLowerCase(Locale.ROOT) + "-")
                .replace("SESSIONS_STORE_", "SESSIONS_" + name + "_").replace(STORE, name);
    }
}
