package sessions.benchmarks.load;

import java.util.Arrays;

/** The middle of measured values, which a single slow round does not move. */
public final class Medians {

    private Medians() {
    }

    /** The middle value, or what lies halfway between the two in the middle. */
    public static long of(long... values) {
        long[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
