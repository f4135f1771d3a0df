package sessions.application;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Makes a sweep pause after each batch, nine times as long as the batch took, so that the sweep uses a tenth of the
 * time and requests have the store to themselves otherwise. If a batch took long because the store is busy, the pause
 * is long too, but at most a second.
 */
public final class SweepPace implements BooleanSupplier {

    private static final int PAUSES_PER_BATCH = 9;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Predicate<Duration> pause;
    private long began;

    /**
     * The first batch begins now.
     *
     * @param nanoTime a clock like {@link System#nanoTime}
     * @param pause waits for the duration or until the sweep must stop; returns whether it must stop
     */
    public SweepPace(LongSupplier nanoTime, Predicate<Duration> pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        began = nanoTime.getAsLong();
    }

    /** Pauses after a batch and returns whether the sweep must stop. */
    @Override
    public boolean getAsBoolean() {
        Duration due = Duration.ofNanos(nanoTime.getAsLong() - began).multipliedBy(PAUSES_PER_BATCH);
        boolean stop = pause.test(due.compareTo(MAX_PAUSE) < 0 ? due : MAX_PAUSE);
        began = nanoTime.getAsLong();
        return stop;
    }
}
