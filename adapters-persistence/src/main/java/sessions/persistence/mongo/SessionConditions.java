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

/** Conditions for queries and changes. */
final class SessionConditions {

    /** Excludes tombstones; one range of the indexes that lists read. */
    private static final Bson HAS_OPEN_TIME = Filters.gt(DocumentKeys.OPEN_TIME, DocumentKeys.BEGINNING);

    /** Matches ids that have the form of a session's id. */
    static final Bson HAS_SESSION_ID = Filters.regex(DocumentKeys.ID, "^[0-9a-f]{32}\\z");

    /**
     * Matches exactly the documents that {@link SessionDocument#read} reads as sessions, so that pages are full and
     * counts are correct.
     */
    static final Bson IS_SESSION = Filters.and(HAS_OPEN_TIME, HAS_SESSION_ID);

    /** Matches documents of other programs, which look like sessions except for their id. */
    static final Bson IS_FOREIGN = Filters.and(HAS_OPEN_TIME, Filters.nor(HAS_SESSION_ID));

    private SessionConditions() {
    }

    /** Returns the condition of a filter as of a time. */
    static Bson matching(SessionFilter filter, Instant now) {
        List<Bson> conditions = new ArrayList<>(List.of(IS_SESSION));
        if (filter.matchesNothing()) {
            conditions.add(Filters.in(DocumentKeys.ID, List.of()));
        }
        filter.sessionId().ifPresent(id -> conditions.add(Filters.eq(DocumentKeys.ID, id.value())));
        equal(DocumentKeys.USER_ID, filter.userId(), conditions);
        if (filter.active() != null) {
            conditions.add(filter.active() ? active(now) : ended(now));
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

    /**
     * Matches sessions after a cursor in lists: one range of the index, in which only the cursor's own millisecond is
     * searched.
     */
    static Bson after(@Nullable SessionCursor cursor) {
        if (cursor == null) {
            return HAS_OPEN_TIME;
        }
        Bson older = Filters.lt(DocumentKeys.OPEN_TIME, SessionDocument.date(cursor.openTime()));
        return Filters.and(Filters.lte(DocumentKeys.OPEN_TIME, SessionDocument.date(cursor.openTime())),
                Filters.or(older, Filters.lt(DocumentKeys.ID, cursor.id().value())));
    }

    static Bson active(Instant now) {
        return Filters.and(Filters.eq(DocumentKeys.ACTIVE, true),
                Filters.gte(DocumentKeys.EXPIRES_AT, SessionDocument.date(now)));
    }

    /** Matches expired sessions that have not been swept. */
    static Bson expired(Instant now) {
        return Filters.and(Filters.eq(DocumentKeys.ACTIVE, true),
                Filters.lt(DocumentKeys.EXPIRES_AT, SessionDocument.date(now)));
    }

    /** Matches sessions that ended by a time, swept or not. */
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
