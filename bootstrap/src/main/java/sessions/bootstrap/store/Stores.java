package sessions.bootstrap.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import sessions.bootstrap.settings.StoreSettings;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.error.Violation;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.Migration;
import sessions.persistence.SchemaPart;
import sessions.persistence.file.FileSessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.memory.MemorySessionStore;
import sessions.persistence.mongo.MongoSessionStore;

/** Chooses the store by its URL. Here a new store is added. */
public final class Stores {

    private static final String EMPTY_DATABASE = "jdbc:h2:mem:";

    private Stores() {
    }

    /**
     * Opens a store.
     *
     * @param expiry says when sessions end that were stored without an expiry of their own
     * @throws InvalidDataException where no store has such a URL
     * @throws sessions.domain.error.StoreUnavailableException where it cannot be reached, or its schema is not up to date where an
     *         operator is to see to that
     */
    public static SessionStore open(StoreSettings settings, ExpiryPolicy expiry) {
        if (settings.migration() == Migration.BY_OPERATOR) {
            StoreSchema.of(settings).requireUsable();
        }
        return switch (StoreTechnology.of(settings)) {
            case MEMORY -> new MemorySessionStore();
            case FILE -> opened(settings, () -> FileSessionStore.open(settings.url(), expiry));
            case H2_FILE, H2_MEMORY, POSTGRESQL -> openDatabase(settings);
            case MONGODB -> opened(settings, () -> understood(() -> MongoSessionStore.open(settings.url(),
                    settings.user(), settings.password(), expiry, settings.migration())));
        };
    }

    /**
     * What the store needs of its database, whether or not it is there; none where it needs nothing. A database that is in
     * memory always has what it needs.
     *
     * @throws InvalidDataException where no store has such a URL
     * @throws sessions.domain.error.StoreUnavailableException where it cannot be reached
     */
    static List<SchemaPart> schema(StoreSettings settings) {
        return switch (StoreTechnology.of(settings)) {
            case MEMORY, FILE, H2_MEMORY -> List.of();
            case H2_FILE, POSTGRESQL -> {
                requireClear(settings);
                // One that is not there lacks the same as an empty one.
                String url = settings.isAbsent() ? EMPTY_DATABASE : settings.url();
                yield opened(settings, () -> JdbiSessionStore.schema(url, settings.user(), settings.password()));
            }
            case MONGODB -> opened(settings, () -> understood(
                    () -> MongoSessionStore.schema(settings.url(), settings.user(), settings.password())));
        };
    }

    /**
     * Makes a store out of a backup.
     *
     * @return how many sessions are in it
     * @throws java.nio.file.FileAlreadyExistsException where there is a store already
     * @throws InvalidDataException where the file is no backup
     * @throws NotSupportedException where the store has tools of its own for that
     */
    public static long restore(StoreSettings settings, Path archive) throws IOException {
        return switch (StoreTechnology.of(settings)) {
            case MEMORY, H2_MEMORY -> throw new NotSupportedException(
                    "There is no backup of a store in memory: its sessions end with the service");
            case FILE -> throw new NotSupportedException(
                    "A store in a flat file is restored by copying the file into its place");
            case MONGODB -> throw new NotSupportedException(
                    "A store on MongoDB is restored by its own tools, such as mongorestore");
            case H2_FILE, POSTGRESQL -> {
                requireClear(settings);
                yield JdbiSessionStore.restore(settings.url(), settings.user(), settings.password(), archive);
            }
        };
    }

    private static SessionStore openDatabase(StoreSettings settings) {
        requireClear(settings);
        return opened(settings, () -> JdbiSessionStore.open(settings.url(), settings.user(), settings.password(),
                settings.isInMemory() ? Migration.AUTOMATIC : settings.migration()));
    }

    private static <T> T understood(Supplier<T> openingMongo) {
        try {
            return openingMongo.get();
        } catch (IllegalArgumentException malformed) { // what is wrong there may quote the password
            throw new InvalidDataException(List.of(new Violation("--store", "must be mongodb://HOST/DATABASE as MongoDB"
                    + " has it, with user and password, if they are in it, percent-encoded and nowhere else")));
        }
    }

    private static <T> T opened(StoreSettings settings, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreUnavailableException unreachable) {
            throw new StoreUnavailableException("The store " + settings.shownUrl() + " cannot be opened",
                    unreachable.getCause());
        }
    }

    private static void requireClear(StoreSettings settings) {
        if (settings.namesUserBeforeHost()) {
            throw new InvalidDataException(List.of(new Violation("--store",
                    "must not name the user before the host: use --store-user and SESSIONS_STORE_PASSWORD")));
        }
        if (settings.isUnclearPath()) {
            throw new InvalidDataException(List.of(new Violation("--store",
                    "must name the file by a path that begins with /, ./ or ~/, without .mv.db")));
        }
    }

    /** What the store is, for people. */
    public static String describe(StoreSettings settings) {
        return settings.shownUrl() + " (" + StoreTechnology.of(settings).description() + ")";
    }

    /** The store's descriptor for {@code GET /status}, in the contract's form. */
    public static String descriptor(StoreSettings settings) {
        return "service-sessions:persistence:" + StoreTechnology.of(settings).descriptor() + ":default:1.0";
    }
}
