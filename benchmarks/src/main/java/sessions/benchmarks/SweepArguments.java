package sessions.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/**
 * Arguments of {@link SweepBesideTraffic}.
 *
 * @param expired the number of expired sessions to close, positive
 * @param alive the number of active sessions, positive
 * @param phase the duration of the measurements of the peak and of traffic without a sweep
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
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException invalid) {
            throw new IllegalArgumentException("arguments: " + USAGE, invalid);
        }
    }

    SweepArguments {
        if (expired < 1 || alive < 1 || !phase.isPositive()) {
            throw new IllegalArgumentException("all numbers must be positive");
        }
    }
}
