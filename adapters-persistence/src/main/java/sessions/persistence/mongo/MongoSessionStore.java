package sessions.persistence.mongo;

import java.io.OutputStream;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.ComposedStore;
import sessions.persistence.Migration;

/**
 * Stores sessions in MongoDB, in the document shape of the original service, whose database it can take over. A call
 * for one session costs one round trip; deleting a session that was opened with an idempotency key costs two. Only a
 * change that did not apply reads the session afterwards, to find out why.
 *
 * <p>Content is stored as BSON. A value that BSON cannot represent is rejected with an
 * {@link sessions.domain.error.InvalidDataException}. Otherwise the value is preserved, but not white space, escapes
 * and the form of numbers.
 */
public final class MongoSessionStore extends ComposedStore {

    private final MongoDatabaseConnection database;

    private MongoSessionStore(MongoDatabaseConnection database, ExpiryPolicy expiry, LegacyDocumentMigration legacy) {
        DocumentReader reader = new DocumentReader(database, expiry);
        MongoLists lists = new MongoLists(database, reader);
        super(new MongoRecords(database, reader, legacy), lists, new MongoIdempotencyRecords(database),
                new MongoBulkClosing(database, lists, legacy), new MongoBulkRemoval(database),
                new MongoHourlyCounts(database), new MongoCopies(database, reader));
        this.database = database;
    }

    /**
     * Opens a store on a database, which is closed with it. Creates the indexes and migrates the documents of the
     * original, if there are any. If an operator migrates, no indexes are created, and sweeps migrate these documents.
     *
     * @param expiry determines the expiry of sessions of the original
     * @throws sessions.domain.error.StoreUnavailableException if the database cannot be reached
     */
    static MongoSessionStore open(MongoDatabaseConnection database, ExpiryPolicy expiry, Migration migration) {
        try {
            LegacyDocumentMigration legacy = new LegacyDocumentMigration(database, expiry);
            database.awaitServer();
            if (migration == Migration.AUTOMATIC) {
                MongoIndexes.create(database);
                legacy.migrateAll();
            }
            return new MongoSessionStore(database, expiry, legacy);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    @Override
    public void backUp(OutputStream out) {
        throw new NotSupportedException("Use MongoDB's own backup tools, such as mongodump");
    }

    @Override
    public void close() {
        database.close();
    }
}
