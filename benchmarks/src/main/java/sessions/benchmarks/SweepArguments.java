package sessions.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/**
 * What to measure.
 *
 * @param expired how many expired sessions there are to close, positive
 * @param alive how many others, positive
 * @param phase how long the peak and the traffic without a sweep are measured
 */
record SweepArguments(int expired, int alive, Duration phase) {

    static final String USAGE = "[expired sessions; 1000000 if not given] [others; 100000] [seconds per phase; 60]";

    private static final int[] DEFAULTS = {1_000_000, 100_000, 60};

    static SweepArguments parse(String... arguments) {
        try {
            int[] values = Arrays.copyOf(DEFAULTS, DEFAULTS.length);
            for (int i = 0; i < arguments.length; i++) {
                values[i] = Integer.parseInt(arguments[i]);
            }
            return new SweepArguments(values[0], values[1], Duration.ofSeconds(values[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notUnderstood) {
            throw new IllegalArgumentException("arguments: " + USAGE, notUnderstood);
        }
    }

    SweepArguments {
        if (expired < 1 || alive < 1 || !phase.isPositive()) {
            throw new IllegalArgumentException("all are positive");
        }
    }
}
