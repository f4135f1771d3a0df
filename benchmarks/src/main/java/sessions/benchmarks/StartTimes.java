package sessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import sessions.benchmarks.load.Medians;
import sessions.benchmarks.program.Program;
import sessions.benchmarks.program.ServedProgram;
import sessions.benchmarks.program.TemporaryFolder;

/**
 * Measures the duration of commands and of the service's start, as whole processes from the launcher on, with and
 * without the build's AOT cache. Prints a table of medians in Markdown. Builds the program first if necessary.
 */
public final class StartTimes {

    private static final int RUNS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;
    private final Program cached;
    private final Program plain;

    StartTimes(PrintStream out, Path script) {
        this.out = out;
        cached = new Program(script, "");
        // With this option the launcher omits the cache, and the JVM uses its default archive of the JDK's classes.
        plain = new Program(script, "-Xshare:auto");
    }

    /** Takes no arguments; the system property {@code sessions.launcher} contains the path of the launcher. */
    public static void main(String[] arguments) throws IOException {
        new StartTimes(System.out, Path.of(System.getProperty("sessions.launcher"))).run(RUNS);
    }

    /** @param runs the number of measurements, after one warm-up */
    void run(int runs) throws IOException {
        out.printf("Medians of %d runs, Java %s%n%n", runs, Runtime.version());
        out.println("| | with the AOT cache | without |");
        out.println("|---|---|---|");
        measure("`sessions --help`", runs, program -> program.time("--help"));
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            String store = "jdbc:h2:file:" + folder.path().resolve("sessions");
            try (ServedProgram service = cached.serve(store)) {
                String id = service.openSession();
                measure("`sessions get ID`", runs, program -> program.time("get", id, "--url", service.url()));
            }
            measure("`sessions serve` to the first 200", runs, program -> timeToAnswer(program, store));
        }
    }

    private static long timeToAnswer(Program program, String store) throws IOException {
        long began = System.nanoTime();
        try (ServedProgram service = program.serve(store)) {
            service.heartbeat();
            return System.nanoTime() - began;
        }
    }

    /** Measures in turn, so that noise affects both equally. */
    private void measure(String what, int runs, Measurement measurement) throws IOException {
        long[] with = new long[runs];
        long[] without = new long[runs];
        measurement.of(cached);
        measurement.of(plain);
        for (int run = 0; run < runs; run++) {
            with[run] = measurement.of(cached);
            without[run] = measurement.of(plain);
        }
        out.printf(Locale.ROOT, "| %s | %.2f s | %.2f s |%n", what, Medians.of(with) / NANOS_PER_SECOND,
                Medians.of(without) / NANOS_PER_SECOND);
        out.flush();
    }

    /** Returns nanoseconds. */
    private interface Measurement {

        long of(Program program) throws IOException;
    }
}
