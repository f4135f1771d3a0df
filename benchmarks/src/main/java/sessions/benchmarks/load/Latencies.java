package sessions.benchmarks.load;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long each of many requests took. Of fixed size: a list of a million numbers would have the collector of garbage pause
 * the requests that are being measured.
 */
public final class Latencies {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    private final Histogram histogram = new ConcurrentHistogram(SIGNIFICANT_DIGITS);

    /** Adds one, from any thread. */
    public void add(long nanos) {
        histogram.recordValue(nanos);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /**
     * What that share of the requests kept below or met, in milliseconds, to a thousandth of it.
     *
     * @param share above 0; 1 for the longest of all
     */
    public double millis(double share) {
        return histogram.getValueAtPercentile(share * PERCENT) / NANOS_PER_MILLI;
    }
}
