package sessions.benchmarks;

import java.util.List;
import java.util.Locale;
import sessions.benchmarks.load.Medians;
import sessions.domain.model.CursorPaging;

/**
 * What the first pages of a list cost against the last ones.
 *
 * @param all how many pages there are
 * @param measured how many at either end were measured, {@link #MEASURED} or in a short list half of all
 * @param first nanoseconds for the first ones, median of some rounds
 * @param last nanoseconds for the last ones, median of some rounds
 */
record FirstAndLastPages(int all, int measured, long first, long last) {

    private static final int MEASURED = 1_000;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Warms up with a walk through the whole list, then measures both ends in turn, so that noise meets both alike.
     *
     * @param sessions how many the list has
     */
    static FirstAndLastPages measure(PageWalk walk, int sessions) {
        List<CursorPaging> starts = walk.whole(sessions);
        int measured = Math.min(MEASURED, starts.size() / 2);
        CursorPaging start = starts.getFirst();
        CursorPaging late = starts.get(starts.size() - measured);
        walk.some(start, measured);
        walk.some(late, measured);
        long[] first = new long[ROUNDS];
        long[] last = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            first[round] = walk.some(start, measured);
            last[round] = walk.some(late, measured);
        }
        return new FirstAndLastPages(starts.size(), measured, Medians.of(first), Medians.of(last));
    }

    /** Pages, time of the first and of the last in milliseconds, and what the last cost against the first. */
    String tableCells() {
        return String.format(Locale.ROOT, "%,d | %,d | %.0f ms | %.0f ms | %.2f", all, measured,
                first / NANOS_PER_MILLI,
                last / NANOS_PER_MILLI, (double) last / first);
    }
}
