package sessions.application;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Has one sweep rest after each batch, nine times as long as the batch took, so that a tenth of the time goes to the
 * sweep and requests have the store to themselves for the rest. A batch that took long because the store is busy is thus
 * followed by a long rest, but by none of more than a second.
 */
public final class SweepPace implements BooleanSupplier {

    private static final int RESTS_PER_BATCH = 9;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Predicate<Duration> rest;
    private long began;

    /**
     * Begins with the first batch.
     *
     * @param nanoTime a clock as {@link System#nanoTime}
     * @param rest waits so long; answers whether the sweep is to stop, and at once where it is
     */
    public SweepPace(LongSupplier nanoTime, Predicate<Duration> rest) {
        this.nanoTime = nanoTime;
        this.rest = rest;
        began = nanoTime.getAsLong();
    }

    /** Rests after a batch, and answers whether the sweep is to stop. */
    @Override
    public boolean getAsBoolean() {
        Duration due = Duration.ofNanos(nanoTime.getAsLong() - began).multipliedBy(RESTS_PER_BATCH);
        boolean stop = rest.test(due.compareTo(MAX_PAUSE) < 0 ? due : MAX_PAUSE);
        began = nanoTime.getAsLong();
        return stop;
    }
}
