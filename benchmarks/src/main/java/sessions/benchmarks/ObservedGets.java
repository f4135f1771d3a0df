package sessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import sessions.application.access.IssuedApiKey;
import sessions.benchmarks.load.GetLoad;
import sessions.benchmarks.load.GetRates;
import sessions.benchmarks.program.Program;
import sessions.benchmarks.program.ServedProgram;
import sessions.benchmarks.program.TemporaryFolder;
import sessions.domain.access.Role;

/**
 * Measures the cost of API keys, metrics and the access log: gets of a session over HTTP, with the packaged program on
 * the memory store, with and without these features in turn. Also counts the log lines. Builds the program first if
 * necessary.
 */
public final class ObservedGets {

    /**
     * Several pairs of processes, because the compiled code of the same program differs by a few percent between
     * processes.
     */
    private static final int PAIRS = 4;

    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final String LINE = " GET /v2/sessions/{id} 200 ";

    private final PrintStream out;
    private final Program program;
    private final IssuedApiKey key = IssuedApiKey.create("benchmark", Role.WRITER, null);
    private final GetRates plain = new GetRates();
    private final GetRates observed = new GetRates();
    private long requests;
    private long lines;

    ObservedGets(PrintStream out, Path script) {
        this.out = out;
        program = new Program(script, "");
    }

    /** Takes no arguments; the system property {@code sessions.launcher} contains the path of the launcher. */
    public static void main(String[] arguments) throws IOException {
        new ObservedGets(System.out, Path.of(System.getProperty("sessions.launcher")))
                .run(PAIRS, ROUNDS, ROUND, WARM_UP);
    }

    /**
     * Measures both configurations in turn.
     *
     * @param pairs the number of processes per configuration
     * @param rounds the number of measurements per process
     * @param round the duration of each measurement
     * @param warmUp the duration of the warm-up of each process
     */
    void run(int pairs, int rounds, Duration round, Duration warmUp) throws IOException {
        for (int i = 0; i < pairs; i++) {
            measurePair(rounds, round, warmUp);
        }
        out.printf("Medians, Java %s%n%n", Runtime.version());
        out.println("| | gets per second | service CPU time per get |");
        out.println("|---|---|---|");
        row("without", plain);
        row("with API keys, metrics, access log", observed);
        out.printf(Locale.ROOT, "| ratio | %.3f | %.3f |%n", (double) observed.perSecond() / plain.perSecond(),
                (double) observed.nanosOfProcessor() / plain.nanosOfProcessor());
        out.printf(Locale.ROOT, "%nGets of the observed service: %,d; log lines: %,d%n", requests, lines);
    }

    private void measurePair(int rounds, Duration round, Duration warmUp) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path log = folder.path().resolve("log");
            try (ServedProgram plainService = program.serve(folder.path().resolve("other"), "--store", "memory:",
                    "--metrics=false", "--log-level", "error");
                    ServedProgram observedService = program.serve(log, "--store", "memory:", "--access-keys",
                            key.key().line());
                    GetLoad plainGets = GetLoad.overHttp(plainService, "", plain);
                    GetLoad observedGets = GetLoad.overHttp(observedService, key.secret(), observed)) {
                plainGets.run(warmUp);
                observedGets.run(warmUp);
                for (int i = 0; i < rounds; i++) {
                    plainGets.measure(round);
                    observedGets.measure(round);
                }
                requests += observedGets.asked();
            }
            lines += lines(log);
        }
    }

    private void row(String what, GetRates rates) {
        out.printf(Locale.ROOT, "| %s | %,d | %.1f µs |%n", what, rates.perSecond(),
                (double) rates.nanosOfProcessor() / Duration.ofNanos(1000).toNanos());
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(LINE)).count();
        }
    }
}
