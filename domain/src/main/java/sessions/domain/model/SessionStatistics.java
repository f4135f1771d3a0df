package sessions.domain.model;

import java.time.Instant;
import java.util.List;

/**
 * How many sessions there are, and how many came and went lately. Sessions that were deleted do not count.
 *
 * @param active how many are active now
 * @param hours hours of the clock in UTC without a gap, oldest first; the last is the present one, which has not ended
 */
public record SessionStatistics(long active, List<Hour> hours) {

    /** How many hours can be asked for at the most: a week. */
    public static final int MAX_HOURS = 168;

    public SessionStatistics {
        hours = List.copyOf(hours);
    }

    /**
     * What happened in one hour.
     *
     * @param start its first instant
     * @param opened how many sessions were opened in it
     * @param closed how many ended in it: were closed, or expired
     */
    public record Hour(Instant start, long opened, long closed) {
    }
}
