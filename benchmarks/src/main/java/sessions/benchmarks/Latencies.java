package sessions.benchmarks;

import java.util.Collection;

/** How long each of many requests took, in nanoseconds. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    /** @param nanos at least one */
    Latencies(Collection<Long> nanos) {
        sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    int count() {
        return sorted.length;
    }

    /**
     * What that share of the requests kept below or met, in milliseconds.
     *
     * @param share above 0; 1 for the longest of all
     */
    double millis(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }
}
