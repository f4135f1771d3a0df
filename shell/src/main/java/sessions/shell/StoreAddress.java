package sessions.shell;

import org.jspecify.annotations.Nullable;

/**
 * Where a store is.
 *
 * @param url names the technology and the place
 * @param user database user, or null where the URL names it or none is needed
 * @param password its password, or null
 */
public record StoreAddress(String url, @Nullable String user, @Nullable String password) {

    /** Leaves everything out: a URL may hold a password. */
    @Override
    public String toString() {
        return "StoreAddress";
    }
}
