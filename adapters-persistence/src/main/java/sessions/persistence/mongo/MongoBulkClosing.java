package sessions.persistence.mongo;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;

/**
 * Closes many sessions in bounded batches. A query finds candidates, and the update that closes them repeats its
 * condition, so that any number of instances can do it at once.
 */
record MongoBulkClosing(MongoDatabaseConnection database, MongoLists lists, LegacyDocumentMigration legacy)
        implements
            BulkClosing {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** Also migrates up to {@code limit} documents of the original, in case it still runs. */
    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        boolean moreToMigrate = legacy.migrateBatch(limit);
        SweptBatch step = closeExpiredBatch(now, limit);
        return new SweptBatch(step.closed(), step.more() || moreToMigrate);
    }

    private SweptBatch closeExpiredBatch(Instant now, int limit) {
        Bson expired = Filters.and(Filters.lte(DocumentKeys.END_HOUR, SessionDocument.hour(now)),
                SessionConditions.IS_SESSION, SessionConditions.expired(now));
        List<BsonDocument> candidates = database.run("find expired sessions", sessions -> sessions.find(expired)
                .projection(Projections.include(DocumentKeys.EXPIRES_AT, DocumentKeys.VERSION)).limit(limit)
                .into(new ArrayList<>()));
        return new SweptBatch(closeEach(candidates, Filters.eq(DocumentKeys.ACTIVE, true), DocumentKeys.EXPIRES_AT,
                ChangeUpdate::end),
                candidates.size() == limit);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        if (Boolean.FALSE.equals(filter.active())) {
            return new ClosedBatch(0, null);
        }
        SessionFilter active = filter.withActive(true);
        List<SessionCursor> cursors = lists.cursorsAfter(after, active, now, limit);
        int closed = 0;
        if (!cursors.isEmpty()) {
            List<String> ids = cursors.stream().map(cursor -> cursor.id().value()).toList();
            closed = close(ids.size(),
                    Filters.and(Filters.in(DocumentKeys.ID, ids), SessionConditions.matching(active, now)),
                    now);
        }
        return new ClosedBatch(closed, cursors.size() == limit ? cursors.getLast() : null);
    }

    /**
     * Closes most sessions in one update. Sessions that were requested after the time, or have the highest version,
     * are then closed one by one, not before their request.
     */
    private int close(int candidates, Bson condition, Instant time) {
        Bson requestedBefore = Filters.lte(DocumentKeys.REQUEST_TIME, SessionDocument.date(time));
        int closed = 0;
        List<BsonDocument> late = List.of();
        do {
            closed += database.run("close sessions", sessions -> sessions
                    .updateMany(Filters.and(condition, requestedBefore, ChangeUpdate.BELOW_HIGHEST_VERSION),
                            ChangeUpdate.close(time))
                    .getModifiedCount()).intValue();
            if (closed < candidates) {
                late = database.run("find sessions to close", sessions -> sessions.find(condition)
                        .projection(Projections.include(DocumentKeys.REQUEST_TIME, DocumentKeys.VERSION))
                        .into(new ArrayList<>()));
                closed += closeEach(late, condition, DocumentKeys.REQUEST_TIME,
                        (requested, version) -> ChangeUpdate.close(requested.isAfter(time) ? requested : time,
                                version));
            }
        } while (closed < candidates && !late.isEmpty());
        return closed;
    }

    /**
     * Closes each session, if the time under one of its keys has not changed.
     *
     * @param closing returns the update for that time and the session's version
     */
    private int closeEach(List<BsonDocument> candidates, Bson condition, String key,
            BiFunction<Instant, Long, Bson> closing) {
        if (candidates.isEmpty()) {
            return 0;
        }
        List<UpdateOneModel<BsonDocument>> updates = candidates.stream().map(candidate -> {
            BsonValue id = candidate.get(DocumentKeys.ID);
            BsonDateTime time = candidate.getDateTime(key);
            return new UpdateOneModel<BsonDocument>(
                    Filters.and(Filters.eq(DocumentKeys.ID, id), condition, Filters.eq(key, time)),
                    closing.apply(SessionDocument.inRange(time), SessionDocument.version(candidate)));
        }).toList();
        return database.run("close sessions",
                sessions -> sessions.bulkWrite(updates, UNORDERED).getModifiedCount());
    }
}
