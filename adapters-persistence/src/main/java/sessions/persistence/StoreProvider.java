package sessions.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;

/**
 * One technology that stores sessions. {@link StoreProviders} finds implementations by {@link java.util.ServiceLoader}; they load
 * their drivers only when they are used.
 *
 * <p>The methods with {@link StoreSettings} expect a URL that the provider accepts. They throw {@link
 * sessions.domain.error.InvalidDataException} if the URL is malformed otherwise, and {@link
 * sessions.domain.error.StoreUnavailableException} if the store cannot be reached.
 */
public interface StoreProvider {

    /** Whether a URL names a store of this technology. */
    boolean accepts(String url);

    /** The forms of its URLs, such as {@code file:PATH}, for messages. */
    List<String> urlForms();

    /** Describes a store without opening it. */
    StoreDescription describe(StoreSettings store);

    /**
     * Opens a store.
     *
     * @param expiry when sessions end that were stored without an expiry of their own
     * @param metrics receives measurements of the connection pool, if there is one
     */
    SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics);

    /**
     * What the store needs in its database, whether or not it is there; empty if it needs nothing. Changes nothing, and creates no
     * database.
     */
    default List<SchemaPart> schema(StoreSettings store) {
        return List.of();
    }

    /**
     * Creates a store from a backup. It is there completely or not at all.
     *
     * @return the number of sessions in it
     * @throws java.nio.file.FileAlreadyExistsException if there is a store already
     * @throws sessions.domain.error.InvalidDataException if the file is not a backup
     * @throws sessions.domain.error.NotSupportedException if the technology has a tool of its own for this; the message names it
     */
    long restore(StoreSettings store, Path archive) throws IOException;

    /** Whether opening a store failed because another process has it open. */
    default boolean isInUse(Throwable cause) {
        return false;
    }
}
