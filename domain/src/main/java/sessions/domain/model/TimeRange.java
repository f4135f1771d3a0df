package sessions.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, in whole milliseconds: a bound that lies between two of them moves up to the next.
 *
 * @param from the first instant within, or null for no lower bound
 * @param to the first instant beyond, or null for no upper bound
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    /** All time. */
    public static final TimeRange ALL = new TimeRange(null, null);

    public TimeRange {
        from = from == null ? null : Times.toMillisUp(from);
        to = to == null ? null : Times.toMillisUp(to);
    }

    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
}
