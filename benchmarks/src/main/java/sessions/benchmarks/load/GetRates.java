package sessions.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/** What loads of one kind have measured. */
public final class GetRates {

    private final List<Long> perSecond = new ArrayList<>();
    private final List<Long> nanosOfProcessor = new ArrayList<>();

    void add(long perSecond, long nanosOfProcessor) {
        this.perSecond.add(perSecond);
        this.nanosOfProcessor.add(nanosOfProcessor);
    }

    /** Median of all measurements. */
    public long perSecond() {
        return median(perSecond);
    }

    /** Median of all measurements: how long processors worked in the service for one get. */
    public long nanosOfProcessor() {
        return median(nanosOfProcessor);
    }

    private static long median(List<Long> values) {
        return Medians.of(values.stream().mapToLong(Long::longValue).toArray());
    }
}
