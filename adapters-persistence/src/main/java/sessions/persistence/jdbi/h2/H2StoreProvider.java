package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.Migration;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProvider;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.jdbi.SchemaParts;
import sessions.persistence.jdbi.SqlDatabase;

/** Provides stores on H2 embedded in the process, in a file or in memory. */
public final class H2StoreProvider implements StoreProvider {

    private static final String MEMORY = "jdbc:h2:mem:";

    /** An empty database, which has no part of the schema. */
    private static final String EMPTY = MEMORY;

    /** H2's error code for a file that another process has open. */
    private static final String FILE_IN_USE = "90020";

    /** H2's error code for an empty database that is opened for reading only. */
    private static final String EMPTY_DATABASE = "90097";

    /** Parameters with which H2 loses acknowledged changes, or lets several processes change a file. */
    private static final Pattern UNSAFE = Pattern.compile(
            ";\\s*(WRITE_DELAY\\s*=[^;]*|LOCK_MODE\\s*=\\s*0|FILE_LOCK\\s*=\\s*NO|AUTO_SERVER\\s*=\\s*TRUE)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public boolean accepts(String url) {
        return isFile(url) || url.startsWith(MEMORY);
    }

    @Override
    public List<String> urlForms() {
        return List.of(H2File.SCHEME + "PATH", MEMORY + "NAME");
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return isFile(store.url())
                ? new StoreDescription("h2", "embedded H2, in a file", false,
                        H2File.isValid(store.url()) ? H2File.of(store.url()) : null)
                : new StoreDescription("h2", "embedded H2, in memory: sessions are lost when the service stops", true,
                        null);
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        requireValid(store.url());
        if (!isFile(store.url())) {
            // An operator cannot migrate a database in memory.
            return open(new H2Dialect(false), store.url(), store.withMigration(Migration.AUTOMATIC), metrics);
        }
        requireUsableFile(store);
        return open(new H2Dialect(true), store.mustExist() ? H2File.existing(store.url()) : store.url(), store,
                metrics);
    }

    private static void requireUsableFile(StoreSettings store) {
        Path file = H2File.of(store.url());
        try {
            if (!Files.exists(file) && !store.mustExist() && !H2File.mustExist(store.url())) {
                H2FileCheck.requireWritableFolder(file);
            } else if (Files.isReadable(file) && H2FileCheck.mayBeCutOff(file) && hasNoTables(store)) {
                throw new IOException("the file " + file + " was cut off and contains no tables any more;"
                        + " restore a backup, or move the file away to begin with an empty store");
            }
        } catch (IOException unusable) {
            throw new StoreUnavailableException("The store could not be reached", unusable);
        }
    }

    /**
     * Returns whether a database has no tables, without changing it. Any other failure is reported when it is opened for
     * writing.
     */
    private static boolean hasNoTables(StoreSettings store) {
        String url = new H2Dialect(true).readOnly(store.url());
        try (Connection connection = DriverManager.getConnection(url, store.user(), store.password());
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            return !tables.next();
        } catch (SQLException failed) {
            return EMPTY_DATABASE.equals(failed.getSQLState());
        }
    }

    private static SessionStore open(H2Dialect dialect, String url, StoreSettings store, PoolMetrics metrics) {
        return new JdbiSessionStore(SqlDatabase.open(dialect, url, store, metrics));
    }

    @Override
    public List<SchemaPart> schema(StoreSettings store) {
        requireValid(store.url());
        if (!isFile(store.url())) {
            return List.of();
        }
        boolean exists = Files.exists(H2File.of(store.url()));
        return SchemaParts.of(new H2Dialect(exists), exists ? store.url() : EMPTY, store);
    }

    @Override
    public long restore(StoreSettings store, Path archive) throws IOException {
        if (!isFile(store.url())) {
            throw new NotSupportedException(NO_BACKUP_IN_MEMORY);
        }
        requireValid(store.url());
        return new H2Restore(store.url(), store.user(), store.password()).from(archive);
    }

    @Override
    public boolean isInUse(Throwable cause) {
        return cause instanceof SQLException sql && FILE_IN_USE.equals(sql.getSQLState());
    }

    private static boolean isFile(String url) {
        return url.startsWith(H2File.SCHEME);
    }

    private static void requireValid(String url) {
        if (isFile(url) && !H2File.isValid(url)) {
            throw InvalidDataException.of("--store",
                    "must name the file by a path that begins with /, ./ or ~/, without .mv.db");
        }
        if (!isFile(url) && url.substring(MEMORY.length()).split(";", 2)[0].isBlank()) {
            throw InvalidDataException.of("--store", "must name the database in memory: " + MEMORY + "NAME");
        }
        Matcher unsafe = UNSAFE.matcher(url);
        if (unsafe.find()) {
            throw InvalidDataException.of("--store", "must not set " + unsafe.group(1)
                    + ": H2 could lose changes that the service has confirmed");
        }
    }
}
