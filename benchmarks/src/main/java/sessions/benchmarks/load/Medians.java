package sessions.benchmarks.load;

import java.util.Arrays;

/** Medians of measurements, which a single slow round does not affect. */
public final class Medians {

    private Medians() {
    }

    /** Returns the middle value, or the mean of the two middle values. */
    public static long of(long... values) {
        long[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
