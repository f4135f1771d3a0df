package sessions.bootstrap.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Sha256;
import sessions.persistence.Migration;
import sessions.persistence.file.FileSessionStore;

/**
 * Which store to use.
 *
 * @param url names the technology and the place
 * @param user database user, or null where the URL names it or none is needed
 * @param password its password, or null
 * @param migration who brings its schema up to date
 */
public record StoreSettings(String url, @Nullable String user, @Nullable String password, Migration migration) {

    /** A store without sessions that is nowhere. */
    public static final StoreSettings EMPTY = new StoreSettings("memory:", null, null);

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String FILE = "file:";

    /** A store that brings its schema up to date by itself. */
    public StoreSettings(String url, @Nullable String user, @Nullable String password) {
        this(url, user, password, Migration.AUTOMATIC);
    }

    /** The same store, whose schema another brings up to date. */
    public StoreSettings migrated(Migration by) {
        return new StoreSettings(url, user, password, by);
    }

    /** Whether its sessions are gone when the process ends. */
    public boolean isInMemory() {
        return url.equals("memory:") || url.startsWith("jdbc:h2:mem:");
    }

    /** Whether it is H2 in a file. */
    public boolean isH2File() {
        return url.startsWith(H2_FILE);
    }

    /** The same store, which must exist already: a mistyped path must not make a new database. */
    public StoreSettings existing() {
        return isH2File() || url.startsWith(FILE)
                ? new StoreSettings(url + ";IFEXISTS=TRUE", user, password, migration)
                : this;
    }

    /** Whether the file that keeps the sessions is not there yet; a server is taken to be. */
    public boolean isAbsent() {
        return file().filter(path -> !Files.exists(path)).isPresent();
    }

    /** The file that keeps the sessions, or empty where none does, or it cannot be told. */
    public Optional<Path> file() {
        if (FileSessionStore.accepts(url)) {
            return Optional.of(FileSessionStore.file(url));
        }
        if (!isH2File() || isUnclearPath()) {
            return Optional.empty();
        }
        String path = url.split(";", 2)[0].substring(H2_FILE.length());
        String whole = path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path;
        return Optional.of(Path.of(whole + ".mv.db"));
    }

    /**
     * The URL without user, password and what follows the place: parameters may hold a password. Where it cannot be told
     * whether a password begins before that, only the scheme.
     */
    public String shownUrl() {
        String place = url.split("[?;]", 2)[0];
        boolean unclear = !url.startsWith("jdbc:") && url.indexOf('@', place.length()) >= 0;
        return unclear ? url.substring(0, url.indexOf(':') + 1) + "…" : place.replaceFirst("//.*@", "//");
    }

    /**
     * The same for the same store only: a digest of all that tells stores apart, parameters and, for relative paths, the
     * folder too.
     */
    public String identity() {
        String all = String.join("\n", Path.of("").toAbsolutePath().toString(), url, String.valueOf(user));
        return Sha256.hex(all);
    }

    /** Whether user or password stand before the host, where the driver of PostgreSQL does not look for them. */
    public boolean namesUserBeforeHost() {
        return url.split("[?;]", 2)[0].matches("jdbc:postgresql://.*@.*");
    }

    /** Whether H2 would refuse the path, which must not leave open where it begins, or take it for another file. */
    public boolean isUnclearPath() {
        String path = url.split("[?;]", 2)[0].substring(url.startsWith(H2_FILE) ? H2_FILE.length() : 0);
        return url.startsWith(H2_FILE) && (!path.matches("(/|\\.{1,2}/|~/|[A-Za-z]:).+") || path.endsWith(".mv.db"));
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "StoreSettings[" + shownUrl() + "]";
    }
}
