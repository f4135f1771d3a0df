package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * One bounded step of closing sessions by a filter.
 *
 * @param closed how many sessions this step closed
 * @param next where the next step goes on, or null where this was the last
 */
public record ClosedBatch(int closed, @Nullable SessionCursor next) {
}
