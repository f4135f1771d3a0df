package sessions.domain.model;

/**
 * One bounded step of removing sessions for good.
 *
 * @param removed how many sessions this step removed; those that another removed meanwhile do not count
 * @param more whether there may be further ones to remove
 */
public record RemovedBatch(int removed, boolean more) {
}
