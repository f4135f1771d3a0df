package sessions.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import sessions.application.ExpirySweep;
import sessions.application.SweepPace;
import sessions.benchmarks.load.Medians;
import sessions.domain.port.driven.SessionStore;

/** Sweeps like the service, with the same pauses, and records the duration of each batch. */
final class Sweeper {

    private final SessionStore store;
    private final List<Long> batchNanos = new ArrayList<>();
    private long batchBegan;
    private long closed;

    Sweeper(SessionStore store) {
        this.store = store;
    }

    /** Sweeps once, until no session is left. */
    void run() {
        SweepPace pace = new SweepPace(System::nanoTime, pause -> {
            LockSupport.parkNanos(pause.toNanos());
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

    /** Returns the number of sessions that it closed. */
    long closed() {
        return closed;
    }

    /** Returns the median duration of a batch in the first or the last tenth of all batches. */
    long batchNanos(boolean first) {
        int tenth = Math.max(batchNanos.size() / 10, 1);
        List<Long> batches = first
                ? batchNanos.subList(0, tenth)
                : batchNanos.subList(batchNanos.size() - tenth, batchNanos.size());
        return Medians.of(batches.stream().mapToLong(Long::longValue).toArray());
    }
}
