package sessions.application;

import sessions.domain.error.InvalidDataException;

/** How many sessions one step touches, so that no step holds up the store. */
final class BatchSize {

    static final int SIZE = 500;

    private BatchSize() {
    }

    /**
     * What a caller asks for, but no more than a batch.
     *
     * @throws InvalidDataException where that is less than 1
     */
    static int bounded(int limit) {
        if (limit < 1) {
            throw InvalidDataException.of("limit", "must be at least 1");
        }
        return Math.min(limit, SIZE);
    }
}
