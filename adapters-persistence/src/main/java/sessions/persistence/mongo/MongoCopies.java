package sessions.persistence.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionCopies;

/** Reads and adds complete sessions in MongoDB. */
record MongoCopies(MongoDatabaseConnection database, DocumentReader reader) implements SessionCopies {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return reader.read(reader.after(after, filter, now, limit, null), now);
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        Bson condition = Filters.in(DocumentKeys.ID, ids.stream().map(SessionId::value).toList());
        return reader.read(database.run("read sessions",
                sessions -> sessions.find(condition).into(new ArrayList<>())), now);
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        if (sessions.isEmpty()) {
            return 0;
        }
        List<UpdateOneModel<BsonDocument>> inserts = sessions.stream().map(MongoCopies::insert).toList();
        return database.run("add sessions", collection -> {
            try {
                return added(collection.bulkWrite(inserts, UNORDERED));
            } catch (MongoBulkWriteException failed) {
                if (failed.getWriteConcernError() == null
                        && failed.getWriteErrors().stream().allMatch(MongoErrors::isDuplicate)) {
                    return added(failed.getWriteResult());
                }
                throw failed;
            }
        });
    }

    /** Adds a session, also in place of a tombstone. If the session exists, the write fails as a duplicate. */
    private static UpdateOneModel<BsonDocument> insert(SessionV1 session) {
        BsonDocument document = SessionDocument.of(session);
        BsonValue id = document.remove(DocumentKeys.ID);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(DocumentKeys.ID, id), Filters.exists(DocumentKeys.OPEN_TIME, false)),
                new BsonDocument("$set", document), UPSERT);
    }

    private static int added(BulkWriteResult result) {
        return result.getUpserts().size() + result.getModifiedCount();
    }
}
