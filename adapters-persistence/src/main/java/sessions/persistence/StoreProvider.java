package sessions.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;

/**
 * A technology that stores sessions. {@link StoreProviders} finds implementations by {@link java.util.ServiceLoader};
 * they load their drivers only when they are used.
 *
 * <p>The methods with {@link StoreSettings} expect a URL that the provider accepts. They throw
 * {@link sessions.domain.error.InvalidDataException} if the rest of the URL is malformed, and
 * {@link sessions.domain.error.StoreUnavailableException} if the store cannot be reached.
 */
public interface StoreProvider {

    /** The message for a backup or restore of a store in memory. */
    String NO_BACKUP_IN_MEMORY = "A store in memory cannot be backed up or restored: its sessions are lost when the"
            + " service stops";

    /** Returns whether a URL names a store of this technology. */
    boolean accepts(String url);

    /** Returns the forms of its URLs, such as {@code file:PATH}, for messages. */
    List<String> urlForms();

    /** Describes a store without opening it. */
    StoreDescription describe(StoreSettings store);

    /**
     * Opens a store.
     *
     * @param expiry determines the expiry of sessions that were stored without one
     * @param metrics receives metrics of the connection pool, if there is one
     */
    SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics);

    /**
     * Returns the parts of the store's schema, existing or not; empty if it needs none. Changes nothing and creates no
     * database.
     */
    default List<SchemaPart> schema(StoreSettings store) {
        return List.of();
    }

    /**
     * Creates a store from a backup, completely or not at all.
     *
     * @return the number of restored sessions
     * @throws java.nio.file.FileAlreadyExistsException if the store already exists
     * @throws sessions.domain.error.InvalidDataException if the file is not a backup
     * @throws sessions.domain.error.NotSupportedException if the technology has its own tool for this; the message
     *         names it
     */
    long restore(StoreSettings store, Path archive) throws IOException;

    /** Returns whether opening a store failed because another process has it open. */
    default boolean isInUse(Throwable cause) {
        return false;
    }
}
