package sessions.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Sha256;

/**
 * The store to use.
 *
 * @param url names the technology and the location
 * @param user database user, or null if the URL names it or none is needed
 * @param password the user's password, or null
 * @param migration who migrates the schema
 * @param mustExist whether opening fails if the store's file does not exist yet; otherwise it is created. Ignored by
 *        stores without a file
 */
public record StoreSettings(String url, @Nullable String user, @Nullable String password, Migration migration,
        boolean mustExist) {

    /** Settings of a store that is created if needed and migrates its schema itself. */
    public StoreSettings(String url, @Nullable String user, @Nullable String password) {
        this(url, user, password, Migration.AUTOMATIC, false);
    }

    public StoreSettings withMigration(Migration other) {
        return new StoreSettings(url, user, password, other, mustExist);
    }

    /**
     * Returns settings of the same store that must already exist, so that a mistyped path does not create a new store.
     */
    public StoreSettings existing() {
        return new StoreSettings(url, user, password, migration, true);
    }

    /**
     * Returns the URL without user, password and parameters, which may contain a password. If a password may appear
     * elsewhere, returns only the scheme.
     */
    public String displayUrl() {
        String place = url.split("[?;]", 2)[0];
        boolean unclear = !url.startsWith("jdbc:") && url.indexOf('@', place.length()) >= 0;
        return unclear ? url.substring(0, url.indexOf(':') + 1) + "…" : place.replaceFirst("//.*@", "//");
    }

    /** Returns a digest that identifies the store, of URL, user and, for relative paths, the current folder. */
    public String identity() {
        return Sha256.hex(String.join("\n", Path.of("").toAbsolutePath().toString(), url, String.valueOf(user)));
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "StoreSettings[" + displayUrl() + "]";
    }
}
