package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import sessions.domain.port.driven.BulkRemoval;

/** Removes many sessions in bounded batches. Any number of instances can do so at once. */
record MongoBulkRemoval(MongoDatabaseConnection database) implements BulkRemoval {

    private static final Bson ONLY_ID = Projections.include(DocumentKeys.ID);

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return remove(ended(before, now), limit);
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return database.run("count sessions", sessions -> sessions.countDocuments(ended(before, now)));
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return remove(Filters.and(Filters.eq(DocumentKeys.USER_ID, userId), SessionConditions.IS_SESSION), limit);
    }

    private static Bson ended(Instant before, Instant now) {
        Bson closed = Filters.and(Filters.eq(DocumentKeys.ACTIVE, false),
                Filters.lt(DocumentKeys.CLOSE_TIME, SessionDocument.date(before)));
        Bson expired = SessionConditions.expired(before.isBefore(now) ? before : now);
        return Filters.and(Filters.lte(DocumentKeys.END_HOUR, SessionDocument.hour(before)),
                SessionConditions.IS_SESSION,
                Filters.or(closed, expired));
    }

    private int remove(Bson condition, int limit) {
        return BatchedDelete.run(limit, wanted -> find(condition, wanted), ids -> {
            Bson matching = Filters.and(Filters.in(DocumentKeys.ID, ids), condition);
            long removed = database.run("remove sessions",
                    sessions -> sessions.deleteMany(Filters.and(matching, Tombstone.NOT_NEEDED)).getDeletedCount());
            return removed == ids.size()
                    ? removed
                    : removed + database.run("remove sessions", sessions -> sessions
                            .updateMany(Filters.and(matching, Tombstone.NEEDED), Tombstone.LEAVE)
                            .getModifiedCount());
        });
    }

    private List<BsonValue> find(Bson condition, int limit) {
        List<BsonDocument> found = database.run("find sessions to remove",
                sessions -> sessions.find(condition).projection(ONLY_ID).limit(limit).into(new ArrayList<>()));
        return found.stream().map(document -> document.get(DocumentKeys.ID)).toList();
    }
}
