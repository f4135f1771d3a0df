package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * The result of one batch of closing sessions by a filter.
 *
 * @param closed the number of sessions that this batch closed
 * @param next where the next batch starts, or null if this was the last
 */
public record ClosedBatch(int closed, @Nullable SessionCursor next) {
}
