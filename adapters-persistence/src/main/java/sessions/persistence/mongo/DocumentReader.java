package sessions.persistence.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Reads documents as sessions. */
record DocumentReader(MongoDatabaseConnection database, ExpiryPolicy expiry) {

    private static final Bson NEWEST = Sorts.descending(DocumentKeys.OPEN_TIME, DocumentKeys.ID);

    /**
     * Sorts by user too, although all documents have the same, so that MongoDB sees that the index of users has this
     * order.
     */
    private static final Bson NEWEST_OF_USER = Sorts.orderBy(Sorts.ascending(DocumentKeys.USER_ID), NEWEST);

    /** Returns the document with an id, which may be a tombstone; null if there is none. */
    @Nullable
    BsonDocument document(SessionId id) {
        return database.run("read a session",
                sessions -> sessions.find(Filters.eq(DocumentKeys.ID, id.value())).first());
    }

    /** Reads the session in a document; empty if it is a tombstone. */
    Optional<SessionV1> read(BsonDocument document) {
        return SessionDocument.read(document, expiry);
    }

    List<SessionV1> read(List<BsonDocument> documents, Instant now) {
        return documents.stream().map(this::read).flatMap(Optional::stream).map(session -> session.asOf(now)).toList();
    }

    /**
     * Returns the documents of matching sessions after a cursor, newest first.
     *
     * @param projection the keys to read, or null for all
     */
    List<BsonDocument> after(@Nullable SessionCursor cursor, SessionFilter filter, Instant now, int limit,
            @Nullable Bson projection) {
        Bson condition = Filters.and(SessionConditions.after(cursor), SessionConditions.matching(filter, now));
        return database.run("list sessions", sessions -> newest(sessions.find(condition), filter, limit)
                .projection(projection).into(new ArrayList<>()));
    }

    static FindIterable<BsonDocument> newest(FindIterable<BsonDocument> found, SessionFilter filter, int limit) {
        return found.sort(filter.userId() == null ? NEWEST : NEWEST_OF_USER).limit(limit);
    }
}
