package sessions.benchmarks.load;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Latencies of many requests. Of fixed size: with a list of a million numbers, garbage collection would pause the
 * measured requests.
 */
public final class Latencies {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    private final Histogram histogram = new ConcurrentHistogram(SIGNIFICANT_DIGITS);

    /** Adds a latency; thread-safe. */
    public void add(long nanos) {
        histogram.recordValue(nanos);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /**
     * Returns the latency that a share of the requests did not exceed, in milliseconds, with a precision of 0.1 %.
     *
     * @param share above 0; 1 for the longest latency
     */
    public double millis(double share) {
        return histogram.getValueAtPercentile(share * PERCENT) / NANOS_PER_MILLI;
    }
}
