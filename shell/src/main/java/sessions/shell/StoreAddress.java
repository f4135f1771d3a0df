package sessions.shell;

import org.jspecify.annotations.Nullable;

/**
 * The address of a store.
 *
 * @param argument the argument with the URL, for errors: {@code FROM} or {@code TO}
 * @param url the store URL
 * @param user database user, or null if the URL contains it or none is needed
 * @param password password of the user, or null
 */
public record StoreAddress(String argument, String url, @Nullable String user, @Nullable String password) {

    /** Omits everything, because a URL may contain a password. */
    @Override
    public String toString() {
        return "StoreAddress";
    }
}
