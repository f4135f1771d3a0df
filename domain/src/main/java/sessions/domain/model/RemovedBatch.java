package sessions.domain.model;

/**
 * The result of one batch of removing sessions permanently.
 *
 * @param removed the number of sessions that this batch removed; does not include those that another caller removed
 *                meanwhile
 * @param more whether there may be more sessions to remove
 */
public record RemovedBatch(int removed, boolean more) {
}
