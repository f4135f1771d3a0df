package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
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
        if (!isFile(store.url())) {
            // An operator cannot migrate a database in memory.
            return open(new H2Dialect(false), store.url(), store.withMigration(Migration.AUTOMATIC), metrics);
        }
        requireValidPath(store);
        return open(new H2Dialect(true), store.mustExist() ? H2File.existing(store.url()) : store.url(), store,
                metrics);
    }

    private static SessionStore open(H2Dialect dialect, String url, StoreSettings store, PoolMetrics metrics) {
        return new JdbiSessionStore(SqlDatabase.open(dialect, url, store, metrics));
    }

    @Override
    public List<SchemaPart> schema(StoreSettings store) {
        if (!isFile(store.url())) {
            return List.of();
        }
        requireValidPath(store);
        boolean exists = Files.exists(H2File.of(store.url()));
        return SchemaParts.of(new H2Dialect(exists), exists ? store.url() : EMPTY, store);
    }

    @Override
    public long restore(StoreSettings store, Path archive) throws IOException {
        if (!isFile(store.url())) {
            throw new NotSupportedException(NO_BACKUP_IN_MEMORY);
        }
        requireValidPath(store);
        return new H2Restore(store.url(), store.user(), store.password()).from(archive);
    }

    @Override
    public boolean isInUse(Throwable cause) {
        return cause instanceof SQLException sql && FILE_IN_USE.equals(sql.getSQLState());
    }

    private static boolean isFile(String url) {
        return url.startsWith(H2File.SCHEME);
    }

    private static void requireValidPath(StoreSettings store) {
        if (!H2File.isValid(store.url())) {
            throw InvalidDataException.of("--store",
                    "must name the file by a path that begins with /, ./ or ~/, without .mv.db");
        }
    }
}
