package sessions.domain.model;

/**
 * One bounded step of a sweep.
 *
 * @param closed how many sessions this step closed; those that another sweep closed meanwhile do not count
 * @param more whether there may be further expired sessions
 */
public record SweptBatch(int closed, boolean more) {
}
