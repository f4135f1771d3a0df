package sessions.application;

import sessions.domain.error.InvalidDataException;
import sessions.domain.port.driving.SessionAdmin;

/** The number of sessions per batch. Bounded, so that no batch blocks the store for long. */
final class BatchSize {

    private BatchSize() {
    }

    /**
     * Returns the requested number, but at most a batch.
     *
     * @throws InvalidDataException if the number is less than 1
     */
    static int bounded(int limit) {
        if (limit < 1) {
            throw InvalidDataException.of("limit", "must be at least 1");
        }
        return Math.min(limit, SessionAdmin.BATCH_SIZE);
    }
}
