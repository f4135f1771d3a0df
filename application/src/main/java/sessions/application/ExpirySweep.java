package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import sessions.domain.SessionStore;
import sessions.domain.SweptBatch;

/**
 * Closes expired sessions for good and removes what is remembered of openings long past, batch by batch, so that no
 * single step holds up the store.
 */
public final class ExpirySweep {

    private static final int BATCH = 500;

    private final SessionStore store;
    private final InstantSource clock;

    public ExpirySweep(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Closes what has expired by now, then cleans up.
     *
     * @param stop asked after each batch; where it says true, the rest is left to the next sweep
     * @return how many sessions this sweep closed
     */
    public long run(BooleanSupplier stop) {
        Instant now = clock.instant();
        long closed = closeExpired(now, stop);
        removeForgottenClaims(now, stop);
        return closed;
    }

    private long closeExpired(Instant now, BooleanSupplier stop) {
        long closed = 0;
        SweptBatch batch;
        do {
            batch = store.closeExpired(now, BATCH);
            closed += batch.closed();
        } while (batch.more() && !stop.getAsBoolean());
        return closed;
    }

    private void removeForgottenClaims(Instant now, BooleanSupplier stop) {
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            more = store.removeForgottenClaims(now, BATCH) == BATCH;
        }
    }
}
