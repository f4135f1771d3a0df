package sessions.persistence.mongo;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionV1;

/**
 * Migrates documents of the original: adds the keys that the original does not write and repairs its errors, such as
 * content in closed sessions or missing user ids. Any number of instances can migrate at once, also while the original
 * runs: a document that changed since it was read is migrated the next time, and counted again.
 */
final class LegacyDocumentMigration {

    private static final Logger LOG = System.getLogger(LegacyDocumentMigration.class.getName());

    private static final int BATCH = 1000;

    /**
     * Retries batches whose documents all changed meanwhile. If that happens this often in a row, something is wrong.
     */
    private static final int ATTEMPTS = 100;

    /** Uses the index of end hours, where documents without an end hour come first. */
    private static final Bson LACKS_END = Filters.eq(DocumentKeys.END_HOUR, BsonNull.VALUE);
    private static final Bson LEGACY = Filters.and(LACKS_END, SessionConditions.IS_SESSION);
    private static final Bson FOREIGN = Filters.and(LACKS_END, SessionConditions.IS_FOREIGN);

    private final MongoDatabaseConnection database;
    private final ExpiryPolicy expiry;

    /** The number of foreign documents that was logged last. */
    private final AtomicLong foreign = new AtomicLong();

    LegacyDocumentMigration(MongoDatabaseConnection database, ExpiryPolicy expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    /** Returns the number of documents to migrate. */
    long count() {
        return database.run("count sessions to migrate", sessions -> sessions.countDocuments(LEGACY));
    }

    /** Migrates all documents. */
    void migrateAll() {
        RepairCounts repairs = new RepairCounts();
        int failures = 0;
        List<BsonDocument> legacy = legacy(BATCH);
        while (!legacy.isEmpty() && failures < ATTEMPTS) {
            failures = migrate(legacy, repairs) == 0 ? failures + 1 : 0;
            legacy = legacy(BATCH);
        }
        repairs.log();
        logForeign();
    }

    /**
     * Migrates documents up to a limit.
     *
     * @return whether there may be more
     */
    boolean migrateBatch(int limit) {
        List<BsonDocument> legacy = legacy(limit);
        boolean more = !legacy.isEmpty() && migrateAndLog(legacy) > 0 && legacy.size() == limit;
        if (!more) {
            logForeign();
        }
        return more;
    }

    /** Migrates one document, unless it changed meanwhile. */
    void migrate(BsonDocument document) {
        migrateAndLog(List.of(document));
    }

    private int migrateAndLog(List<BsonDocument> documents) {
        RepairCounts repairs = new RepairCounts();
        int migrated = migrate(documents, repairs);
        repairs.log();
        return migrated;
    }

    /** Migrates documents and returns how many had not changed. */
    private int migrate(List<BsonDocument> documents, RepairCounts repairs) {
        List<WriteModel<BsonDocument>> updates = new ArrayList<>();
        for (BsonDocument document : documents) {
            SessionV1 session = SessionDocument.read(document, expiry).orElseThrow();
            repairs.add(document, session);
            updates.add(update(document, session));
        }
        BulkWriteResult result = database.run("migrate sessions",
                sessions -> sessions.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        return result.getModifiedCount();
    }

    private List<BsonDocument> legacy(int limit) {
        return database.run("find sessions to migrate",
                sessions -> sessions.find(LEGACY).limit(limit).into(new ArrayList<>()));
    }

    private static UpdateOneModel<BsonDocument> update(BsonDocument document, SessionV1 session) {
        BsonDocument fields = SessionDocument.of(session);
        BsonDocument update = new BsonDocument("$set", fields);
        if (session.active()) {
            fields.remove(DocumentKeys.USER); // stays unchanged, because its values may not come from JSON
            fields.remove(DocumentKeys.DATA);
            update.append("$unset", new BsonDocument(DocumentKeys.CLOSE_TIME, new BsonString("")));
        }
        BsonValue id = fields.remove(DocumentKeys.ID);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(DocumentKeys.ID, id), LEGACY, same(document, DocumentKeys.ACTIVE),
                        same(document, DocumentKeys.REQUEST_TIME)),
                update);
    }

    /** Matches an absent key with null. */
    private static Bson same(BsonDocument document, String key) {
        return Filters.eq(key, document.get(key, BsonNull.VALUE));
    }

    /** Logs the number of foreign documents if it changed. */
    private void logForeign() {
        long count = database.run("count foreign documents", sessions -> sessions.countDocuments(FOREIGN));
        if (foreign.getAndSet(count) != count && count > 0) {
            LOG.log(Level.WARNING, "Ignored documents that are not sessions, because their _id is not 32 lower-case"
                    + " hexadecimal digits: " + count);
        }
    }
}
