package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonNull;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * A change as one conditional update. It matches only sessions for which the change results in exactly the new values
 * in the update. Content is set as a value, never as an expression.
 *
 * @param condition the sessions that it applies to
 * @param update the new values
 */
record ChangeUpdate(Bson condition, Bson update) {

    /** Sessions whose version can be incremented. */
    static final Bson BELOW_HIGHEST_VERSION = Filters.ne(DocumentKeys.VERSION, Long.MAX_VALUE);

    private static final Bson INCREMENT = Updates.inc(DocumentKeys.VERSION, 1L);
    private static final Bson KEEP_VERSION = Updates.set(DocumentKeys.VERSION, Long.MAX_VALUE);

    /**
     * Returns the change of a session that was not read. It matches sessions whose last request was before the change
     * and whose maximum lifetime does not end before its idle timeout, which are nearly all.
     */
    static ChangeUpdate ofUnknown(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        List<Bson> conditions = conditions(id, change);
        conditions.add(requestedUpTo(latestRequest(change)));
        conditions.add(BELOW_HIGHEST_VERSION);
        Instant expiresAt = change.time().plus(expiry.idleTimeout());
        Duration lifetime = expiry.maxLifetime();
        if (lifetime != null && !(change instanceof SessionChange.Close)) {
            conditions.add(Filters.gte(DocumentKeys.OPEN_TIME, SessionDocument.date(expiresAt.minus(lifetime))));
        }
        return new ChangeUpdate(Filters.and(conditions), update(change, change.time(), expiresAt, INCREMENT));
    }

    /**
     * Returns the change of a session that was read. Its open time never changes. A change that arrives late requires
     * the request time that was read, so that the request time does not go back.
     *
     * @param next the session after the change
     */
    static ChangeUpdate ofKnown(SessionV1 present, SessionV1 next, SessionChange change) {
        List<Bson> conditions = conditions(present.id(), change);
        conditions.add(present.requestTime().isAfter(change.time())
                ? requestedAt(present.requestTime())
                : requestedUpTo(latestRequest(change)));
        return new ChangeUpdate(Filters.and(conditions), update(change, next.requestTime(), next.expiresAt(),
                nextVersion(present.version())));
    }

    /** Returns an update that closes sessions at a time; they must be {@link #BELOW_HIGHEST_VERSION}. */
    static Bson close(Instant time) {
        return close(time, INCREMENT);
    }

    /** Returns an update that closes a session, which has this version, at a time. */
    static Bson close(Instant time, long version) {
        return close(time, nextVersion(version));
    }

    /** Returns an update that ends a session, which has this version, as of a time. */
    static Bson end(Instant time, long version) {
        return end(time, nextVersion(version));
    }

    /** The server would reject an increment of the highest version, see {@link SessionV1}. */
    private static Bson nextVersion(long version) {
        return version == Long.MAX_VALUE ? KEEP_VERSION : INCREMENT;
    }

    private static Bson close(Instant time, Bson version) {
        return Updates.combine(Updates.set(DocumentKeys.REQUEST_TIME, SessionDocument.date(time)), end(time, version));
    }

    private static Bson end(Instant time, Bson version) {
        return Updates.combine(Updates.set(DocumentKeys.ACTIVE, false),
                Updates.set(DocumentKeys.CLOSE_TIME, SessionDocument.date(time)),
                Updates.set(DocumentKeys.END_HOUR, SessionDocument.hour(time)),
                Updates.set(DocumentKeys.USER, BsonNull.VALUE),
                Updates.set(DocumentKeys.DATA, BsonNull.VALUE), version);
    }

    private static List<Bson> conditions(SessionId id, SessionChange change) {
        List<Bson> conditions = new ArrayList<>(
                List.of(Filters.eq(DocumentKeys.ID, id.value()), SessionConditions.active(change.time())));
        Long version = change.expectedVersion();
        if (version != null) {
            conditions.add(Filters.eq(DocumentKeys.VERSION, version));
        }
        return conditions;
    }

    private static Instant latestRequest(SessionChange change) {
        return change instanceof SessionChange.Touch touch ? touch.time().minus(touch.interval()) : change.time();
    }

    /** A stored time may be beyond the latest, as which it was read. */
    private static Bson requestedAt(Instant time) {
        return time.equals(SessionV1.LATEST)
                ? Filters.gte(DocumentKeys.REQUEST_TIME, SessionDocument.date(time))
                : Filters.eq(DocumentKeys.REQUEST_TIME, SessionDocument.date(time));
    }

    private static Bson requestedUpTo(Instant time) {
        return Filters.lte(DocumentKeys.REQUEST_TIME, SessionDocument.date(time));
    }

    private static Bson update(SessionChange change, Instant requestTime, Instant expiresAt, Bson version) {
        return switch (change) {
            case SessionChange.StoreData store -> extend(requestTime, expiresAt, version,
                    Updates.set(DocumentKeys.DATA, SessionDocument.content(DocumentKeys.DATA, store.data())));
            case SessionChange.UpdateUser update -> extend(requestTime, expiresAt, version,
                    Updates.set(DocumentKeys.USER, SessionDocument.content(DocumentKeys.USER, update.user())));
            case SessionChange.Touch _ -> extend(requestTime, expiresAt, version, null);
            case SessionChange.Close _ -> close(requestTime, version);
        };
    }

    private static Bson extend(Instant requestTime, Instant expiresAt, Bson version, @Nullable Bson content) {
        Bson times = Updates.combine(Updates.set(DocumentKeys.REQUEST_TIME, SessionDocument.date(requestTime)),
                Updates.set(DocumentKeys.EXPIRES_AT, SessionDocument.date(expiresAt)),
                Updates.set(DocumentKeys.END_HOUR, SessionDocument.hour(expiresAt)), version);
        return content == null ? times : Updates.combine(content, times);
    }
}
