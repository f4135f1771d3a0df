package sessions.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/** Measurements of one kind of load. */
public final class GetRates {

    private final List<Long> perSecond = new ArrayList<>();
    private final List<Long> nanosOfProcessor = new ArrayList<>();

    void add(long perSecond, long nanosOfProcessor) {
        this.perSecond.add(perSecond);
        this.nanosOfProcessor.add(nanosOfProcessor);
    }

    /** Returns the median of all measurements of gets per second. */
    public long perSecond() {
        return median(perSecond);
    }

    /** Returns the median of all measurements of the service's CPU time per get, in nanoseconds. */
    public long nanosOfProcessor() {
        return median(nanosOfProcessor);
    }

    private static long median(List<Long> values) {
        return Medians.of(values.stream().mapToLong(Long::longValue).toArray());
    }
}
