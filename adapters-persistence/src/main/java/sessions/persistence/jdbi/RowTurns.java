package sessions.persistence.jdbi;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreUnavailableException;

/**
 * Limits how many calls of this process change the same row at the same time. If another client has locked the row,
 * they all wait for it, each with a connection of the pool; without a limit no connection would be left for other rows.
 * Further calls wait without a connection.
 */
final class RowTurns {

    private final int atOnce;
    private final Duration maxWait;
    private final ConcurrentHashMap<Object, Turns> rows = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many calls may change a row at the same time
     * @param maxWait how long a further call waits
     */
    RowTurns(int atOnce, Duration maxWait) {
        this.atOnce = atOnce;
        this.maxWait = maxWait;
    }

    /**
     * Runs a call when it is its turn.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     * @param row identifies the row
     * @throws StoreUnavailableException if others change the row for too long
     */
    <T> T run(String doing, Object row, Supplier<T> call) {
        Turns turns = rows.compute(row, (_, present) -> (present == null ? new Turns(atOnce) : present).joined());
        try {
            await(doing, turns.free);
            try {
                return call.get();
            } finally {
                turns.free.release();
            }
        } finally {
            rows.computeIfPresent(row, (_, present) -> present.left());
        }
    }

    private void await(String doing, Semaphore free) {
        try {
            if (free.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("The store could not " + doing, interrupted);
        }
        throw new StoreUnavailableException("The store could not " + doing,
                new TimeoutException("other calls were waiting for the same rows all the time"));
    }

    /** The turns at one row. The map's locks protect the number of calls. */
    private static final class Turns {

        private final Semaphore free;
        private int calls;

        Turns(int atOnce) {
            free = new Semaphore(atOnce, true);
        }

        Turns joined() {
            calls++;
            return this;
        }

        /** Returns null once no call is left, which removes the entry. */
        @Nullable
        Turns left() {
            calls--;
            return calls == 0 ? null : this;
        }
    }
}
