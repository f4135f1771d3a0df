package sessions.persistence.mongo;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import sessions.domain.ExpiryPolicy;
import sessions.domain.SessionV1;
import sessions.domain.StoreFailedException;

/**
 * Gives documents of the original the keys that it does not know, and puts right what it left behind: content in closed
 * sessions, no user id. Any number of instances can do it at once, also while the original goes on: what changed since it
 * was read is left for the next time.
 */
final class Adoption {

    private static final int BATCH = 1000;

    /** What another changed meanwhile comes up again; so often in a row is no accident. */
    private static final int ATTEMPTS = 100;

    /** Served by the index of ends, where documents without an end come first. */
    private static final Bson STRANGE = Filters.and(Filters.eq(Keys.END_HOUR, BsonNull.VALUE),
            SessionConditions.IS_SESSION);

    private final Database database;
    private final ExpiryPolicy expiry;

    Adoption(Database database, ExpiryPolicy expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    /** Adopts all that there are. */
    void adoptAll() {
        int inVain = 0;
        List<BsonDocument> strange = strange();
        while (!strange.isEmpty() && inVain < ATTEMPTS) {
            inVain = adopt(strange) == 0 ? inVain + 1 : 0;
            strange = strange();
        }
    }

    /** How many of the documents were adopted. */
    int adopt(List<BsonDocument> documents) {
        List<WriteModel<BsonDocument>> updates = new ArrayList<>();
        documents.forEach(document -> updates.add(update(document)));
        BulkWriteResult result = database.run("take over sessions",
                sessions -> sessions.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        return result.getModifiedCount();
    }

    private List<BsonDocument> strange() {
        return database.run("find sessions to take over",
                sessions -> sessions.find(STRANGE).limit(BATCH).into(new ArrayList<>()));
    }

    private UpdateOneModel<BsonDocument> update(BsonDocument document) {
        SessionV1 session = SessionDocument.read(document, expiry).orElseThrow(Adoption::notOurs);
        BsonDocument whole = SessionDocument.of(session);
        if (session.active()) { // as it is: its values may be ones that do not come from JSON
            whole.remove(Keys.USER);
            whole.remove(Keys.DATA);
        }
        BsonValue id = whole.remove(Keys.ID);
        Bson unchanged = Filters.and(Filters.eq(Keys.ID, id), STRANGE, same(document, Keys.ACTIVE),
                same(document, Keys.REQUEST_TIME));
        return new UpdateOneModel<>(unchanged, new BsonDocument("$set", whole));
    }

    /** Absent matches null. */
    private static Bson same(BsonDocument document, String key) {
        return Filters.eq(key, document.get(key, BsonNull.VALUE));
    }

    private static StoreFailedException notOurs() {
        return new StoreFailedException("The store could not take over a document that is not a session",
                new IllegalStateException("its _id is not 32 lower-case hexadecimal digits"));
    }
}
