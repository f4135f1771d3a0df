package sessions.benchmarks;

import java.util.List;
import java.util.Locale;
import sessions.benchmarks.load.Medians;
import sessions.domain.model.CursorPaging;

/**
 * The cost of the first and the last pages of a list.
 *
 * @param all the number of pages
 * @param measured the number of pages measured at each end: {@link #MEASURED}, or half of all in a short list
 * @param first nanoseconds for the first pages, median of several rounds
 * @param last nanoseconds for the last pages, median of several rounds
 */
record FirstAndLastPages(int all, int measured, long first, long last) {

    private static final int MEASURED = 1_000;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Warms up by reading the whole list, then measures both ends in turn, so that noise affects both equally.
     *
     * @param sessions the number of sessions in the list
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

    /** Returns the number of pages, the times of the first and the last in milliseconds, and their ratio. */
    String tableCells() {
        return String.format(Locale.ROOT, "%,d | %,d | %.0f ms | %.0f ms | %.2f", all, measured,
                first / NANOS_PER_MILLI,
                last / NANOS_PER_MILLI, (double) last / first);
    }
}
