package sessions.persistence.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

/** Reads, lists and counts sessions. */
final class MongoQueries {

    private static final Bson NEWEST = Sorts.descending(DocumentKeys.OPEN_TIME, DocumentKeys.ID);
    /** With the user, though all are of one, so that the index of users is seen to be in this order. */
    private static final Bson NEWEST_OF_USER = Sorts.orderBy(Sorts.ascending(DocumentKeys.USER_ID), NEWEST);

    private static final Bson WITHOUT_CONTENT = Projections.exclude(DocumentKeys.USER, DocumentKeys.DATA);
    private static final Bson PLACE = Projections.include(DocumentKeys.OPEN_TIME);

    private final MongoDatabaseConnection database;
    private final ExpiryPolicy expiry;

    MongoQueries(MongoDatabaseConnection database, ExpiryPolicy expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    /** Null for none; also what is left of a removed session. */
    @Nullable
    BsonDocument document(SessionId id) {
        return database.run("read a session", sessions -> sessions.find(Filters.eq(DocumentKeys.ID, id.value())).first());
    }

    Optional<SessionV1> find(SessionId id, Instant now) {
        return Optional.ofNullable(document(id)).flatMap(this::read).map(session -> session.asOf(now));
    }

    List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        Bson condition = Filters.in(DocumentKeys.ID, ids.stream().map(SessionId::value).toList());
        return asOf(now, database.run("read sessions",
                sessions -> sessions.find(condition).into(new ArrayList<>())));
    }

    List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        if (skip > Integer.MAX_VALUE) {
            return List.of(); // a collection of so many is walked through by cursor
        }
        return asOf(now, database.run("list sessions", sessions -> newest(
                sessions.find(SessionConditions.matching(filter, now)), filter, limit).projection(WITHOUT_CONTENT)
                .skip((int) skip).into(new ArrayList<>())));
    }

    List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return asOf(now, behind(after, filter, now, limit, WITHOUT_CONTENT));
    }

    List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return asOf(now, behind(after, filter, now, limit, null));
    }

    /** The places of {@link #listAfter}. */
    List<SessionCursor> placesAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return behind(after, filter, now, limit, PLACE).stream().map(SessionDocument::place).toList();
    }

    long count(SessionFilter filter, Instant now) {
        return database.run("count sessions",
                sessions -> sessions.countDocuments(SessionConditions.matching(filter, now)));
    }

    Optional<SessionV1> read(BsonDocument document) {
        return SessionDocument.read(document, expiry);
    }

    private List<BsonDocument> behind(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit,
            @Nullable Bson projection) {
        Bson condition = Filters.and(SessionConditions.behind(after), SessionConditions.matching(filter, now));
        return database.run("list sessions", sessions -> newest(sessions.find(condition), filter, limit)
                .projection(projection).into(new ArrayList<>()));
    }

    private static FindIterable<BsonDocument> newest(FindIterable<BsonDocument> found, SessionFilter filter,
            int limit) {
        return found.sort(filter.userId() == null ? NEWEST : NEWEST_OF_USER).limit(limit);
    }

    private List<SessionV1> asOf(Instant now, List<BsonDocument> documents) {
        return documents.stream().map(this::read).flatMap(Optional::stream).map(session -> session.asOf(now)).toList();
    }
}
