package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.TimeRange;

/** Which documents a query or a change is about. */
final class SessionConditions {

    /** Not what is left of a removed session; one range of the indexes that lists read. */
    private static final Bson WAS_OPENED = Filters.gt(DocumentKeys.OPEN_TIME, DocumentKeys.BEGINNING);

    /** The form of a session's id. */
    static final Bson HAS_ID = Filters.regex(DocumentKeys.ID, "^[0-9a-f]{32}\\z");

    /** Just what {@link SessionDocument#read} takes for a session, so that parts are full and counts are right. */
    static final Bson IS_SESSION = Filters.and(WAS_OPENED, HAS_ID);

    /** Of somebody else, though it looks like a session but for its id. */
    static final Bson IS_FOREIGN = Filters.and(WAS_OPENED, Filters.nor(HAS_ID));

    private SessionConditions() {
    }

    /** The condition of a filter as of a time. */
    static Bson matching(SessionFilter filter, Instant now) {
        List<Bson> conditions = new ArrayList<>(List.of(IS_SESSION));
        if (filter.matchesNothing()) {
            conditions.add(Filters.in(DocumentKeys.ID, List.of()));
        }
        filter.sessionId().ifPresent(id -> conditions.add(Filters.eq(DocumentKeys.ID, id.value())));
        equal(DocumentKeys.USER_ID, filter.userId(), conditions);
        if (filter.active() != null) {
            conditions.add(filter.active() ? alive(now) : ended(now));
        }
        within(DocumentKeys.REQUEST_TIME, filter.requested(), conditions);
        within(DocumentKeys.OPEN_TIME, filter.opened(), conditions);
        equal(DocumentKeys.ADDRESS, filter.address(), conditions);
        equal(DocumentKeys.CLIENT, filter.client(), conditions);
        if (filter.except() != null) {
            conditions.add(Filters.ne(DocumentKeys.ID, filter.except().value()));
        }
        return Filters.and(conditions);
    }

    /** Behind a place in the list: one range of the index, of which only the place's own millisecond is looked through. */
    static Bson behind(@Nullable SessionCursor place) {
        if (place == null) {
            return WAS_OPENED;
        }
        Bson older = Filters.lt(DocumentKeys.OPEN_TIME, SessionDocument.date(place.openTime()));
        return Filters.and(Filters.lte(DocumentKeys.OPEN_TIME, SessionDocument.date(place.openTime())),
                Filters.or(older, Filters.lt(DocumentKeys.ID, place.id().value())));
    }

    static Bson alive(Instant now) {
        return Filters.and(Filters.eq(DocumentKeys.ACTIVE, true),
                Filters.gte(DocumentKeys.EXPIRES_AT, SessionDocument.date(now)));
    }

    /** Expired and not swept yet. */
    static Bson expired(Instant now) {
        return Filters.and(Filters.eq(DocumentKeys.ACTIVE, true),
                Filters.lt(DocumentKeys.EXPIRES_AT, SessionDocument.date(now)));
    }

    /** Ended by now, whether swept or not. */
    static Bson ended(Instant now) {
        return Filters.or(Filters.eq(DocumentKeys.ACTIVE, false), expired(now));
    }

    private static void equal(String key, @Nullable String value, List<Bson> conditions) {
        if (value != null) {
            conditions.add(Filters.eq(key, value));
        }
    }

    private static void within(String key, TimeRange range, List<Bson> conditions) {
        if (range.from() != null) {
            conditions.add(Filters.gte(key, SessionDocument.date(range.from())));
        }
        if (range.to() != null) {
            conditions.add(Filters.lt(key, SessionDocument.date(range.to())));
        }
    }
}
