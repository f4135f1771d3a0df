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
 * Gives documents of the original the keys that it does not know, and puts right what it left behind: content in closed
 * sessions, no user id. Any number of instances can do it at once, also while the original goes on: what changed since it
 * was read is left for the next time, and counts again then.
 */
final class LegacyDocumentMigration {

    private static final Logger LOG = System.getLogger(LegacyDocumentMigration.class.getName());

    private static final int BATCH = 1000;

    /** What another changed meanwhile comes up again; so often in a row is no accident. */
    private static final int ATTEMPTS = 100;

    /** Served by the index of ends, where documents without an end come first. */
    private static final Bson LACKS_END = Filters.eq(DocumentKeys.END_HOUR, BsonNull.VALUE);
    private static final Bson STRANGE = Filters.and(LACKS_END, SessionConditions.IS_SESSION);
    private static final Bson FOREIGN = Filters.and(LACKS_END, SessionConditions.IS_FOREIGN);

    private final MongoDatabaseConnection database;
    private final ExpiryPolicy expiry;

    /** How many foreign documents the log told of last. */
    private final AtomicLong foreign = new AtomicLong();

    LegacyDocumentMigration(MongoDatabaseConnection database, ExpiryPolicy expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    /** How many documents there are to adopt. */
    long count() {
        return database.run("count sessions to take over", sessions -> sessions.countDocuments(STRANGE));
    }

    /** Adopts all that there are. */
    void migrateAll() {
        RepairCounts putRight = new RepairCounts();
        int inVain = 0;
        List<BsonDocument> strange = strange(BATCH);
        while (!strange.isEmpty() && inVain < ATTEMPTS) {
            inVain = migrate(strange, putRight) == 0 ? inVain + 1 : 0;
            strange = strange(BATCH);
        }
        putRight.log();
        logForeign();
    }

    /**
     * Adopts up to a limit.
     *
     * @return whether there may be more
     */
    boolean migrateBatch(int limit) {
        List<BsonDocument> strange = strange(limit);
        boolean more = !strange.isEmpty() && migrateAndLog(strange) > 0 && strange.size() == limit;
        if (!more) {
            logForeign();
        }
        return more;
    }

    /** Adopts one, unless it changed meanwhile. */
    void migrate(BsonDocument document) {
        migrateAndLog(List.of(document));
    }

    private int migrateAndLog(List<BsonDocument> documents) {
        RepairCounts putRight = new RepairCounts();
        int migrated = migrate(documents, putRight);
        putRight.log();
        return migrated;
    }

    /** How many of the documents were adopted. */
    private int migrate(List<BsonDocument> documents, RepairCounts putRight) {
        List<WriteModel<BsonDocument>> updates = new ArrayList<>();
        for (BsonDocument document : documents) {
            SessionV1 session = SessionDocument.read(document, expiry).orElseThrow();
            putRight.add(document, session);
            updates.add(update(document, session));
        }
        BulkWriteResult result = database.run("take over sessions",
                sessions -> sessions.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        return result.getModifiedCount();
    }

    private List<BsonDocument> strange(int limit) {
        return database.run("find sessions to take over",
                sessions -> sessions.find(STRANGE).limit(limit).into(new ArrayList<>()));
    }

    private static UpdateOneModel<BsonDocument> update(BsonDocument document, SessionV1 session) {
        BsonDocument whole = SessionDocument.of(session);
        BsonDocument update = new BsonDocument("$set", whole);
        if (session.active()) {
            whole.remove(DocumentKeys.USER); // as it is: its values may be ones that do not come from JSON
            whole.remove(DocumentKeys.DATA);
            update.append("$unset", new BsonDocument(DocumentKeys.CLOSE_TIME, new BsonString("")));
        }
        BsonValue id = whole.remove(DocumentKeys.ID);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(DocumentKeys.ID, id), STRANGE, same(document, DocumentKeys.ACTIVE),
                        same(document, DocumentKeys.REQUEST_TIME)),
                update);
    }

    /** Absent matches null. */
    private static Bson same(BsonDocument document, String key) {
        return Filters.eq(key, document.get(key, BsonNull.VALUE));
    }

    /** Once for so many. */
    private void logForeign() {
        long count = database.run("count foreign documents", sessions -> sessions.countDocuments(FOREIGN));
        if (foreign.getAndSet(count) != count && count > 0) {
            LOG.log(Level.WARNING, "Passed over documents that are no sessions, because their _id is not 32 lower-case"
                    + " hexadecimal digits: {0}", count);
        }
    }
}
