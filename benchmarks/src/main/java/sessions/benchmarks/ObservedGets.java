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
 * What it costs a service that its callers have keys, that it measures itself, and that each request has a line in the log:
 * gets of a session over HTTP, from the packaged program on the store in memory, with all of that and without any, in turn.
 * Also counts the lines. Builds the program first where that is needed.
 */
public final class ObservedGets {

    /** Of processes: what the compiler makes of the same program differs by some percent from one to the next. */
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
    private long asked;
    private long lines;

    ObservedGets(PrintStream out, Path script) {
        this.out = out;
        program = new Program(script, "");
    }

    /** Takes no arguments; the system property {@code sessions.launcher} names the launcher. */
    public static void main(String[] arguments) throws IOException {
        new ObservedGets(System.out, Path.of(System.getProperty("sessions.launcher")))
                .run(PAIRS, ROUNDS, ROUND, WARM_UP);
    }

    /**
     * Measures both in turn.
     *
     * @param pairs how many processes of each
     * @param rounds how often each process is measured
     * @param round how long each time
     * @param warmUp how long each before that
     */
    void run(int pairs, int rounds, Duration round, Duration warmUp) throws IOException {
        for (int i = 0; i < pairs; i++) {
            measurePair(rounds, round, warmUp);
        }
        out.printf("Medians, Java %s%n%n", Runtime.version());
        out.println("| | gets in a second | processor time of the service for each |");
        out.println("|---|---|---|");
        row("nothing of it", plain);
        row("keys, measurements, a line for each request", observed);
        out.printf(Locale.ROOT, "| ratio | %.3f | %.3f |%n", (double) observed.perSecond() / plain.perSecond(),
                (double) observed.nanosOfProcessor() / plain.nanosOfProcessor());
        out.printf(Locale.ROOT, "%nGets of the observed service: %,d; lines of its log: %,d%n", asked, lines);
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
                asked += observedGets.asked();
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
