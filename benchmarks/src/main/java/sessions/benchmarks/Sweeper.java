package sessions.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import sessions.application.ExpirySweep;
import sessions.application.SweepPace;
import sessions.benchmarks.load.Medians;
import sessions.domain.port.driven.SessionStore;

/** Sweeps as the service does, at its pace, and notes how long each batch takes. */
final class Sweeper {

    private final SessionStore store;
    private final List<Long> batchNanos = new ArrayList<>();
    private long batchBegan;
    private long closed;

    Sweeper(SessionStore store) {
        this.store = store;
    }

    /** Sweeps once, until nothing is left. */
    void run() {
        SweepPace pace = new SweepPace(System::nanoTime, rest -> {
            LockSupport.parkNanos(rest.toNanos());
            return false;
        });
        batchBegan = System.nanoTime();
        closed = new ExpirySweep(store, InstantSource.system(), null).run(() -> {
            batchNanos.add(System.nanoTime() - batchBegan);
            boolean stop = pace.getAsBoolean();
            batchBegan = System.nanoTime();
            return stop;
        }).closed();
    }

    /** How many sessions it closed. */
    long closed() {
        return closed;
    }

    /** How long a batch took, by the median, in the first tenth of all or in the last. */
    long batchNanos(boolean first) {
        int tenth = Math.max(batchNanos.size() / 10, 1);
        List<Long> some = first
                ? batchNanos.subList(0, tenth)
                : batchNanos.subList(batchNanos.size() - tenth, batchNanos.size());
        return Medians.of(some.stream().mapToLong(Long::longValue).toArray());
    }
}
