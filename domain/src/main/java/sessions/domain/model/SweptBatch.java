package sessions.domain.model;

/**
 * The result of one batch of a sweep.
 *
 * @param closed the number of sessions that this batch closed; does not include those that another sweep closed
 *               meanwhile
 * @param more whether there may be more expired sessions
 */
public record SweptBatch(int closed, boolean more) {
}
