package sessions.persistence.jdbi.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProvider;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.jdbi.SchemaParts;
import sessions.persistence.jdbi.SqlDatabase;

/** Provides stores on PostgreSQL. */
public final class PostgresStoreProvider implements StoreProvider {

    private static final String SCHEME = "jdbc:postgresql:";

    /** Matches URLs with a user before the host, where the driver does not look for one. */
    private static final Pattern USER_BEFORE_HOST = Pattern.compile("jdbc:postgresql://[^?;]*@.*");

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public List<String> urlForms() {
        return List.of(SCHEME + "//HOST/DATABASE");
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return new StoreDescription("postgresql", "PostgreSQL", false, null);
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        requireNoUser(store);
        return new JdbiSessionStore(SqlDatabase.open(new PostgresDialect(), store.url(), store, metrics));
    }

    @Override
    public List<SchemaPart> schema(StoreSettings store) {
        requireNoUser(store);
        return SchemaParts.of(new PostgresDialect(), store.url(), store);
    }

    @Override
    public long restore(StoreSettings store, Path archive) {
        throw new NotSupportedException("Only an H2 file can be restored: for PostgreSQL use pg_restore or psql");
    }

    private static void requireNoUser(StoreSettings store) {
        if (USER_BEFORE_HOST.matcher(store.url()).matches()) {
            throw InvalidDataException.of("--store",
                    "must not name the user before the host: use --store-user and SESSIONS_STORE_PASSWORD");
        }
    }
}
