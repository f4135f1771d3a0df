package sessions.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;

/**
 * Closes expired sessions. Also removes expired idempotency records and, if there is a retention, sessions that ended
 * long enough ago. Works in batches, so that no single batch blocks the store for long.
 */
public final class ExpirySweep {

    /** Long enough for callers to see that a session is closed before it is removed. */
    public static final Duration MIN_RETENTION = Duration.ofMinutes(1);

    /** Small, so that requests do not wait long for locks or for the disk. */
    private static final int BATCH = 100;

    private final SessionStore store;
    private final InstantSource clock;
    private final @Nullable Duration retention;

    /**
     * @param retention how long sessions are kept after their end, at least {@link #MIN_RETENTION}; null for no limit
     */
    public ExpirySweep(SessionStore store, InstantSource clock, @Nullable Duration retention) {
        if (retention != null && retention.compareTo(MIN_RETENTION) < 0) {
            throw new IllegalArgumentException("the retention must be at least 1 minute");
        }
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * The result of a sweep; does not include the work of other instances.
     *
     * @param closed how many expired sessions it closed
     * @param removed how many ended sessions it removed after their retention
     */
    public record Result(long closed, long removed) {
    }

    /**
     * Closes the sessions that have expired by now, then removes old records and sessions.
     *
     * @param stop called after each batch, and may block; if it returns true, the rest is left to the next sweep
     */
    public Result run(BooleanSupplier stop) {
        Instant now = clock.instant();
        long closed = closeExpired(now, stop);
        removeExpiredRecords(now, stop);
        return new Result(closed, retention == null ? 0 : removeEnded(now.minus(retention), now, stop));
    }

    /** Returns the number of active sessions in the whole store. */
    long countActive() {
        return store.lists().count(SessionFilter.ALL.withActive(true), clock.instant());
    }

    private long closeExpired(Instant now, BooleanSupplier stop) {
        long closed = 0;
        SweptBatch batch;
        do {
            batch = store.closing().closeExpired(now, BATCH);
            closed += batch.closed();
        } while (batch.more() && !stop.getAsBoolean());
        return closed;
    }

    private void removeExpiredRecords(Instant now, BooleanSupplier stop) {
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            more = store.idempotency().removeExpired(now, BATCH) == BATCH;
        }
    }

    private long removeEnded(Instant before, Instant now, BooleanSupplier stop) {
        long removed = 0;
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            int batch = store.removal().removeEnded(before, now, BATCH);
            removed += batch;
            more = batch == BATCH;
        }
        return removed;
    }
}
