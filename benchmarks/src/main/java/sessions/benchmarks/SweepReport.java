package sessions.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import sessions.benchmarks.load.Latencies;

/** Prints the results of {@link SweepBesideTraffic}. */
final class SweepReport {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double HIGH_PERCENTILE = 0.99;

    private final PrintStream out;

    SweepReport(PrintStream out) {
        this.out = out;
    }

    void traffic(double peak, double rate) {
        line("%nPeak: %,.0f requests a second; driven at %,.0f%n", peak, rate);
    }

    /** Prints the latencies with and without the sweep, as a table in Markdown. */
    void latencies(Latencies without, Latencies during) {
        line("| | requests | median | 99 %% | longest |");
        line("|---|---|---|---|---|");
        row("without a sweep", without);
        row("during the sweep", during);
        line("%n99 %% during / without: %.2f", during.millis(HIGH_PERCENTILE) / without.millis(HIGH_PERCENTILE));
    }

    private void row(String name, Latencies latencies) {
        line("| %s | %,d | %.1f ms | %.1f ms | %.1f ms |", name, latencies.count(), latencies.millis(0.5),
                latencies.millis(HIGH_PERCENTILE), latencies.millis(1));
    }

    void sweep(long nanos, List<Sweeper> sweepers) {
        line("Sweep: %.0f s", nanos / NANOS_PER_SECOND);
        for (Sweeper each : sweepers) {
            line("- closed %,d; a batch took %.0f ms in the first tenth, %.0f ms in the last", each.closed(),
                    each.batchNanos(true) / NANOS_PER_MILLI, each.batchNanos(false) / NANOS_PER_MILLI);
        }
        line("Closed by all: %,d", sweepers.stream().mapToLong(Sweeper::closed).sum());
    }

    void faults(Traffic traffic, double longestWaitMillis, long deadlocks) {
        line("Failed requests: %,d%s", traffic.failures(),
                traffic.firstFailure() == null ? "" : ", first " + traffic.firstFailure());
        line("Longest wait for a lock: %.0f ms; deadlocks: %,d", longestWaitMillis, deadlocks);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
