package sessions.domain.port.driven;

import java.time.Instant;

/** Removes many sessions from a {@link SessionStore}, in batches. Several instances can do so at once. */
public interface BulkRemoval {

    /**
     * Removes some sessions that ended before a time: closed sessions, and those that have expired by {@code now}, even
     * if no sweep has closed them yet.
     *
     * @param before the time; a session that ended exactly then stays
     * @param limit how many at most, positive
     * @return how many were removed; fewer than the limit if none are left
     */
    int removeEnded(Instant before, Instant now, int limit);

    /** Returns the number of sessions that {@link #removeEnded} would remove. */
    long countEnded(Instant before, Instant now);

    /**
     * Removes some sessions of a user, active or not.
     *
     * @param limit how many at most, positive
     * @return how many were removed; fewer than the limit if none are left
     */
    int removeOfUser(String userId, int limit);
}
