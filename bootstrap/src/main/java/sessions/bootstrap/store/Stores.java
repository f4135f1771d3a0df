package sessions.bootstrap.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.Migration;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Opens stores as operators configure them, with messages for operators. */
public final class Stores {

    private Stores() {
    }

    /**
     * Opens a store.
     *
     * @param expiry determines the expiry of sessions that were stored without one
     * @param metrics receives measurements of the connection pool
     * @throws InvalidDataException if no store has such a URL
     * @throws StoreUnavailableException if it cannot be reached, or its schema must first be migrated by an operator
     */
    public static SessionStore open(StoreSettings settings, ExpiryPolicy expiry, PoolMetrics metrics) {
        if (settings.migration() == Migration.BY_OPERATOR) {
            StoreSchema.of(settings).requireUsable();
        }
        return StoreAccess.withStoreName(settings,
                () -> StoreProviders.of(settings).open(settings, expiry, metrics));
    }

    /** Opens a store without metrics. */
    public static SessionStore open(StoreSettings settings, ExpiryPolicy expiry) {
        return open(settings, expiry, PoolMetrics.NONE);
    }

    /** Whether sessions are lost when the process ends. */
    public static boolean isInMemory(StoreSettings settings) {
        return description(settings).inMemory();
    }

    /** The file that contains the sessions, or empty if none does. */
    public static Optional<Path> file(StoreSettings settings) {
        return Optional.ofNullable(description(settings).file());
    }

    /** Whether the file that contains the sessions does not exist yet; a server is assumed to exist. */
    public static boolean isAbsent(StoreSettings settings) {
        return file(settings).filter(path -> !Files.exists(path)).isPresent();
    }

    /** Returns a description of the store for operators. */
    public static String describe(StoreSettings settings) {
        return settings.displayUrl() + " (" + description(settings).text() + ")";
    }

    /** The store's descriptor for {@code GET /status}, in the contract's form. */
    public static String descriptor(StoreSettings settings) {
        return "service-sessions:persistence:" + description(settings).type() + ":default:1.0";
    }

    private static StoreDescription description(StoreSettings settings) {
        return StoreProviders.of(settings).describe(settings);
    }
}
