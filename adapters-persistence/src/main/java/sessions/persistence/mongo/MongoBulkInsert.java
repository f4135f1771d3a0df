package sessions.persistence.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import sessions.domain.model.SessionV1;

/** Adds many sessions at once. */
final class MongoBulkInsert {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions OR_INSERT = new UpdateOptions().upsert(true);

    private final MongoDatabaseConnection database;

    MongoBulkInsert(MongoDatabaseConnection database) {
        this.database = database;
    }

    /** Adds those sessions that are not there, and answers how many. */
    int insertMissing(List<SessionV1> sessions) {
        if (sessions.isEmpty()) {
            return 0;
        }
        List<UpdateOneModel<BsonDocument>> inserts = sessions.stream().map(MongoBulkInsert::insert).toList();
        return database.run("add sessions", collection -> {
            try {
                return added(collection.bulkWrite(inserts, IN_ANY_ORDER));
            } catch (MongoBulkWriteException failed) {
                if (failed.getWriteConcernError() == null
                        && failed.getWriteErrors().stream().allMatch(MongoErrors::isDuplicate)) {
                    return added(failed.getWriteResult());
                }
                throw failed;
            }
        });
    }

    /** Also in place of what is left of a removed session; a session that is there makes it a duplicate. */
    private static UpdateOneModel<BsonDocument> insert(SessionV1 session) {
        BsonDocument document = SessionDocument.of(session);
        BsonValue id = document.remove(DocumentKeys.ID);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(DocumentKeys.ID, id), Filters.exists(DocumentKeys.OPEN_TIME, false)),
                new BsonDocument("$set", document), OR_INSERT);
    }

    private static int added(BulkWriteResult result) {
        return result.getUpserts().size() + result.getModifiedCount();
    }
}
