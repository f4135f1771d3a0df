package sessions.persistence.jdbi.postgres;

import java.nio.file.Path;
import java.util.List;
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

    @Override
    public boolean accepts(String url) {
        return url.startsWith(PostgresUrl.SCHEME);
    }

    @Override
    public List<String> urlForms() {
        return List.of(PostgresUrl.SCHEME + "//HOST/DATABASE");
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return new StoreDescription("postgresql", "PostgreSQL", false, null);
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        PostgresUrl.requireValid(store.url());
        return new JdbiSessionStore(SqlDatabase.open(new PostgresDialect(store.url()), store.url(), store, metrics));
    }

    @Override
    public List<SchemaPart> schema(StoreSettings store) {
        PostgresUrl.requireValid(store.url());
        return SchemaParts.of(new PostgresDialect(store.url()), store.url(), store);
    }

    @Override
    public long restore(StoreSettings store, Path archive) {
        throw new NotSupportedException("Only an H2 file can be restored: for PostgreSQL use pg_restore or psql");
    }
}
