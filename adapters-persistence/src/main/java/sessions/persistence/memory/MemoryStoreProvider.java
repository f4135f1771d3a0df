package sessions.persistence.memory;

import java.nio.file.Path;
import java.util.List;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProvider;
import sessions.persistence.StoreSettings;

/** Provides {@link MemorySessionStore}. */
public final class MemoryStoreProvider implements StoreProvider {

    private static final String URL = "memory:";

    @Override
    public boolean accepts(String url) {
        return url.equals(URL);
    }

    @Override
    public List<String> urlForms() {
        return List.of(URL);
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return new StoreDescription("memory", "in memory: sessions are lost when the service stops", true, null);
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        return new MemorySessionStore();
    }

    @Override
    public long restore(StoreSettings store, Path archive) {
        throw new NotSupportedException(NO_BACKUP_IN_MEMORY);
    }
}
