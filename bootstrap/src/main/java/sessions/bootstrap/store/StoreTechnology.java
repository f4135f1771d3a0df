package sessions.bootstrap.store;

import java.util.List;
import sessions.bootstrap.settings.StoreSettings;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.persistence.file.FileSessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.mongo.MongoSessionStore;

/** What a store URL can name. */
enum StoreTechnology {

    MEMORY("memory", "in memory: sessions are gone when the service stops"),
    FILE("file", "one JSON file, for small use"),
    H2_FILE("h2", "embedded H2, in a file"),
    H2_MEMORY("h2", "embedded H2, in memory: sessions are gone when the service stops"),
    POSTGRESQL("postgresql", "PostgreSQL"),
    MONGODB("mongodb", "MongoDB");

    private final String descriptor;
    private final String description;

    StoreTechnology(String descriptor, String description) {
        this.descriptor = descriptor;
        this.description = description;
    }

    /**
     * The technology of a store.
     *
     * @throws InvalidDataException where no store has such a URL
     */
    static StoreTechnology of(StoreSettings settings) {
        String url = settings.url();
        if (url.equals("memory:")) {
            return MEMORY;
        }
        if (FileSessionStore.accepts(url)) {
            return FILE;
        }
        if (MongoSessionStore.accepts(url)) {
            return MONGODB;
        }
        if (!JdbiSessionStore.accepts(url)) {
            throw new InvalidDataException(List.of(new Violation("--store", "must be memory:, file:PATH,"
                    + " jdbc:h2:file:PATH, jdbc:h2:mem:NAME, jdbc:postgresql://HOST/DATABASE or mongodb://HOST/DATABASE"
                    + " but is " + settings.shownUrl())));
        }
        return settings.isH2File() ? H2_FILE : settings.isInMemory() ? H2_MEMORY : POSTGRESQL;
    }

    /** Its name in the contract's descriptors. */
    String descriptor() {
        return descriptor;
    }

    /** What it is, for people. */
    String description() {
        return description;
    }
}
