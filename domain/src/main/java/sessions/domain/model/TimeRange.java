package sessions.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A range of time in whole milliseconds. Bounds are rounded up to the next millisecond.
 *
 * @param from the first instant in the range, or null for no lower bound
 * @param to the first instant after the range, or null for no upper bound
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    /** The unrestricted range. */
    public static final TimeRange ALL = new TimeRange(null, null);

    public TimeRange {
        from = from == null ? null : Times.toMillisUp(from);
        to = to == null ? null : Times.toMillisUp(to);
    }

    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
}
