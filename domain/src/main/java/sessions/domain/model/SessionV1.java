package sessions.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user session: opened when a user signs in, holds the caller's content, and ends when it is closed or expires.
 * Immutable; every change returns a new value with the next version.
 *
 * <p>Field names and meanings are those of the contract. Times are whole milliseconds.
 *
 * @param id identity and bearer secret
 * @param userId id of the session's user
 * @param userName display name of the user, or null
 * @param active true until the session is closed
 * @param openTime when it was opened; never changes
 * @param closeTime when it was closed or expired; null while active
 * @param requestTime the last request that changed or touched it; never goes back
 * @param address address of the user, or null
 * @param client client program of the user, or null
 * @param user content about the user; null if not given, if closed, and in lists
 * @param data the caller's content; null if not given, if closed, and in lists
 * @param version 1 when opened, plus one for every applied change; {@link Long#MAX_VALUE} stays
 * @param expiresAt the last instant at which it is alive
 */
public record SessionV1(SessionId id, String userId, @Nullable String userName, boolean active, Instant openTime,
        @Nullable Instant closeTime, Instant requestTime, @Nullable String address, @Nullable String client,
        @Nullable Json user, @Nullable Json data, long version, Instant expiresAt) {

    /** The latest time of a stored session. Any duration of an {@link ExpiryPolicy} can be added without overflow. */
    public static final Instant LATEST = Instant.ofEpochMilli(999_999_999_999_999_999L);

    /** The earliest time of a stored session. */
    public static final Instant EARLIEST = Instant.ofEpochMilli(-LATEST.toEpochMilli());

    public SessionV1 {
        require(active == (closeTime == null), "an active session has no close time, a closed one has one");
        require(active || (user == null && data == null), "a closed session has no content");
        require(version >= 1, "versions start at 1");
        require(!requestTime.isBefore(openTime), "the request time is not before the open time");
        requireMillis(openTime);
        requireMillis(requestTime);
        requireMillis(expiresAt);
        if (closeTime != null) {
            requireMillis(closeTime);
        }
    }

    private static void requireMillis(Instant time) {
        require(Times.toMillis(time).equals(time), "times are whole milliseconds");
    }

    private static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new IllegalArgumentException(invariant);
        }
    }

    /** Returns a new active session with a new id. */
    public static SessionV1 open(SessionOpening opening, Instant now, ExpiryPolicy expiry) {
        Instant time = Times.toMillis(now);
        return new SessionV1(SessionId.random(), opening.userId(), opening.userName(), true, time, null, time,
                opening.address(), opening.client(), opening.user(), opening.data(), 1, expiry.expiresAt(time, time));
    }

    /**
     * Applies a change as of the change's time. Every store returns the same outcome.
     *
     * @return {@code Closed} if the session is closed or has expired; {@code Stale} if it has a different version than
     *         expected; {@code Unchanged} for a touch that comes too soon; otherwise {@code Changed}; never
     *         {@code Missing}
     */
    public ChangeOutcome apply(SessionChange change, ExpiryPolicy expiry) {
        SessionV1 current = asOf(change.time());
        if (!current.active) {
            return new ChangeOutcome.Closed(current);
        }
        Long expected = change.expectedVersion();
        if (expected != null && expected != version) {
            return new ChangeOutcome.Stale(current);
        }
        if (change instanceof SessionChange.Touch touch && touch.isTooSoonAfter(requestTime)) {
            return new ChangeOutcome.Unchanged(current);
        }
        Instant time = Times.latest(requestTime, change.time());
        return new ChangeOutcome.Changed(switch (change) {
            case SessionChange.StoreData store -> requestedAt(time, user, store.data(), expiry);
            case SessionChange.UpdateUser update -> requestedAt(time, update.user(), data, expiry);
            case SessionChange.Touch touch -> requestedAt(time, user, data, expiry);
            case SessionChange.Close close -> closedAt(time, time);
        });
    }

    /**
     * Deletes the session as of a time. Every store returns the same outcome.
     *
     * @param expectedVersion the version that the session must have then, or null for any
     * @return {@code Changed} with the session before its deletion, or {@code Stale}
     */
    public ChangeOutcome deleted(Instant now, @Nullable Long expectedVersion) {
        SessionV1 current = asOf(now);
        return expectedVersion == null || expectedVersion == current.version
                ? new ChangeOutcome.Changed(current)
                : new ChangeOutcome.Stale(current);
    }

    /**
     * Returns the session as callers see it at a time: an expired one is closed as of the instant it expired, without
     * content and with the next version, even if the sweep has not yet stored this.
     */
    public SessionV1 asOf(Instant now) {
        return isExpired(now) ? closedAt(expiresAt, requestTime) : this;
    }

    /**
     * Returns whether the session is marked active but past its expiry. It is alive until the end of its last
     * millisecond.
     */
    public boolean isExpired(Instant now) {
        return active && Times.toMillis(now).isAfter(expiresAt);
    }

    /**
     * Returns the session with its expiry recomputed from its last request; a closed session is returned unchanged. For
     * sessions that were changed by a program that does not know expiry.
     */
    public SessionV1 renewed(ExpiryPolicy expiry) {
        return active
                ? new SessionV1(id, userId, userName, true, openTime, null, requestTime, address, client, user, data,
                        version, expiry.expiresAt(openTime, requestTime))
                : this;
    }

    /** Returns the session as in lists: without user content and data. */
    public SessionV1 withoutContent() {
        return new SessionV1(id, userId, userName, active, openTime, closeTime, requestTime, address, client, null,
                null,
                version, expiresAt);
    }

    private SessionV1 requestedAt(Instant time, @Nullable Json newUser, @Nullable Json newData, ExpiryPolicy expiry) {
        return new SessionV1(id, userId, userName, true, openTime, null, time, address, client, newUser, newData,
                nextVersion(), expiry.expiresAt(openTime, time));
    }

    private SessionV1 closedAt(Instant end, Instant lastRequest) {
        return new SessionV1(id, userId, userName, false, openTime, end, lastRequest, address, client, null, null,
                nextVersion(), expiresAt);
    }

    /** The highest version stays: no stored session may fail a sweep or a list. */
    private long nextVersion() {
        return Math.max(version, version + 1);
    }

    /** Shows the shortened id and no content, so that sessions can be logged. */
    @Override
    public String toString() {
        return "SessionV1[" + id + ", version " + version + (active ? ", active]" : ", closed]");
    }
}
