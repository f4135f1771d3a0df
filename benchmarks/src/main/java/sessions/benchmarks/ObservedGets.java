package sessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import sessions.application.access.IssuedKey;
import sessions.domain.Role;

/**
 * What it costs a service that its callers have keys, that it measures itself, and that each request has a line in the log:
 * gets of a session over HTTP, from the packaged program on the store in memory, with all of that and without any, in turn.
 * Also counts the lines. Builds the program first where that is needed.
 */
public final class ObservedGets {

    private static final int ROUNDS = 10;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final String LINE = " GET /v2/sessions/{id} 200 ";

    private final PrintStream out;
    private final Program program;

    ObservedGets(PrintStream out, Path script) {
        this.out = out;
        program = new Program(script, "");
    }

    /** Takes no arguments; the system property {@code sessions.launcher} names the launcher. */
    public static void main(String[] arguments) throws IOException {
        new ObservedGets(System.out, Path.of(System.getProperty("sessions.launcher"))).run(ROUNDS, ROUND, WARM_UP);
    }

    /**
     * Measures both in turn.
     *
     * @param round how long each time
     * @param warmUp how long each before that
     */
    void run(int rounds, Duration round, Duration warmUp) throws IOException {
        IssuedKey key = IssuedKey.create("benchmark", Role.WRITER, null);
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path log = folder.path().resolve("log");
            long asked;
            try (ServedProgram plain = program.serve(folder.path().resolve("other"), "--store", "memory:",
                    "--metrics=false", "--log-level", "error");
                    ServedProgram observed = program.serve(log, "--store", "memory:", "--access-keys",
                            key.key().line());
                    GetLoad plainGets = new GetLoad(plain, "");
                    GetLoad observedGets = new GetLoad(observed, key.secret())) {
                plainGets.run(warmUp);
                observedGets.run(warmUp);
                for (int i = 0; i < rounds; i++) {
                    plainGets.measure(round);
                    observedGets.measure(round);
                }
                report(plainGets, observedGets);
                asked = observedGets.asked();
            }
            out.printf(Locale.ROOT, "%nGets of the observed service: %,d; lines of its log: %,d%n", asked, lines(log));
        }
    }

    private void report(GetLoad plain, GetLoad observed) {
        out.printf("Medians, Java %s%n%n", Runtime.version());
        out.println("| | gets in a second | processor time of the service for each |");
        out.println("|---|---|---|");
        row("nothing of it", plain);
        row("keys, measurements, a line for each request", observed);
        out.printf(Locale.ROOT, "| ratio | %.3f | %.3f |%n", (double) observed.perSecond() / plain.perSecond(),
                (double) observed.nanosOfProcessor() / plain.nanosOfProcessor());
    }

    private void row(String what, GetLoad load) {
        out.printf(Locale.ROOT, "| %s | %,d | %.1f µs |%n", what, load.perSecond(),
                (double) load.nanosOfProcessor() / Duration.ofNanos(1000).toNanos());
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(LINE)).count();
        }
    }
}
