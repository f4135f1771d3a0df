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
 * Closes expired sessions for good and removes what is no longer kept: what is remembered of openings long past and, with a
 * retention, sessions that ended long ago. Goes batch by batch, so that no single step holds up the store.
 */
public final class ExpirySweep {

    /** Long enough that callers see a session closed before it is gone. */
    public static final Duration MIN_RETENTION = Duration.ofMinutes(1);

    /** Few, so that nobody waits long for a lock, and each change of a request has its turn at the disk soon. */
    private static final int BATCH = 100;

    private final SessionStore store;
    private final InstantSource clock;
    private final @Nullable Duration retention;

    /**
     * @param retention how long sessions are kept after their end, {@link #MIN_RETENTION} at the least; or null for ever
     */
    public ExpirySweep(SessionStore store, InstantSource clock, @Nullable Duration retention) {
        if (retention != null && retention.compareTo(MIN_RETENTION) < 0) {
            throw new IllegalArgumentException("the retention is a minute or more");
        }
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * What a sweep did itself; other instances may have done more meanwhile.
     *
     * @param closed how many expired sessions it closed
     * @param removed how many sessions it removed because they ended long ago
     */
    public record Result(long closed, long removed) {
    }

    /**
     * Closes what has expired by now, then cleans up.
     *
     * @param stop asked after each batch, and may take its time; where it says true, what is left waits for the next sweep
     */
    public Result run(BooleanSupplier stop) {
        Instant now = clock.instant();
        long closed = closeExpired(now, stop);
        removeExpiredRecords(now, stop);
        return new Result(closed, retention == null ? 0 : removeEnded(now.minus(retention), now, stop));
    }

    /** How many sessions are active now, in the whole store. */
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
