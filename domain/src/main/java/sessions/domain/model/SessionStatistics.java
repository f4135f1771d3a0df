package sessions.domain.model;

import java.time.Instant;
import java.util.List;

/**
 * The number of active sessions, and of sessions opened and closed recently. Deleted sessions do not count.
 *
 * @param active the number of sessions that are active now
 * @param hours clock hours in UTC without gaps, oldest first; the last is the current one, which is incomplete
 */
public record SessionStatistics(long active, List<Hour> hours) {

    /** The maximum number of hours that can be requested: one week. */
    public static final int MAX_HOURS = 168;

    public SessionStatistics {
        hours = List.copyOf(hours);
    }

    /**
     * The sessions opened and closed in one hour.
     *
     * @param start the first instant of the hour
     * @param opened the number of sessions opened in it
     * @param closed the number of sessions closed or expired in it
     */
    public record Hour(Instant start, long opened, long closed) {
    }
}
