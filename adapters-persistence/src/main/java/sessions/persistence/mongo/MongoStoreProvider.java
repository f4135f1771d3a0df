package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProvider;
import sessions.persistence.StoreSettings;

/**
 * Provides {@link MongoSessionStore}. The URL is a MongoDB connection string. It names the database, by default
 * {@code app}, and after a dot the collection, by default {@code sessions}.
 */
public final class MongoStoreProvider implements StoreProvider {

    private static final String SCHEME = "mongodb://";
    private static final String SCHEME_BY_DNS = "mongodb+srv://";

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME) || url.startsWith(SCHEME_BY_DNS);
    }

    @Override
    public List<String> urlForms() {
        return List.of(SCHEME + "HOST/DATABASE");
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return new StoreDescription("mongodb", "MongoDB", false, null);
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        return MongoSessionStore.open(database(store), expiry, store.migration());
    }

    /** Returns the indexes, and last the number of documents to migrate, if there are any. */
    @Override
    public List<SchemaPart> schema(StoreSettings store) {
        try (MongoDatabaseConnection database = database(store)) {
            List<SchemaPart> parts = new ArrayList<>(MongoIndexes.parts(database));
            long legacy = new LegacyDocumentMigration(database, ExpiryPolicy.DEFAULT).count();
            if (legacy > 0) {
                parts.add(new SchemaPart("documents", legacy + " sessions of the original", SchemaPart.State.ONGOING));
            }
            return parts;
        }
    }

    @Override
    public long restore(StoreSettings store, Path archive) {
        throw new NotSupportedException("Use MongoDB's own tools to restore, such as mongorestore");
    }

    private static MongoDatabaseConnection database(StoreSettings store) {
        try {
            return MongoDatabaseConnection.create(new ConnectionString(withCredentials(store)));
        } catch (IllegalArgumentException malformed) { // its message may quote the password
            throw InvalidDataException.of("--store", "must be a MongoDB connection string, mongodb://HOST/DATABASE;"
                    + " a user and password in it must be percent-encoded and not be set elsewhere too");
        } catch (IllegalStateException outOfRange) { // its message is a condition, such as "maxSize >= 0"
            throw InvalidDataException.of("--store", "has an option with an invalid value; it must satisfy "
                    + String.valueOf(outOfRange.getMessage()).replaceFirst("^state should be: ", ""));
        }
    }

    private static String withCredentials(StoreSettings store) {
        if (store.user() == null) {
            return store.url();
        }
        int hosts = store.url().indexOf("//") + 2;
        String password = store.password();
        return store.url().substring(0, hosts) + encoded(store.user())
                + (password == null ? "" : ":" + encoded(password)) + "@" + store.url().substring(hosts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
