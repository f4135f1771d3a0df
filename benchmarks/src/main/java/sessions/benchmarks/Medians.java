package sessions.benchmarks;

import java.util.Arrays;

/** The middle of measured values, which a single slow round does not move. */
final class Medians {

    private Medians() {
    }

    /** @param values an odd number of them */
    static long of(long... values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
