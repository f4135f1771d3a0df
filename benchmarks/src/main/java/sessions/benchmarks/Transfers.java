package sessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sessions.benchmarks.population.OpeningSpread;
import sessions.benchmarks.population.Population;
import sessions.benchmarks.population.StoreKind;
import sessions.benchmarks.program.Program;
import sessions.benchmarks.program.TemporaryFolder;
import sessions.testkit.server.PostgresServer;

/**
 * Measures how fast the packaged program moves sessions out of an H2 file and into PostgreSQL, with little memory.
 * Prints a table in Markdown. Stops if a command fails or finds that not all sessions arrived.
 */
public final class Transfers {

    private static final int DEFAULT_SESSIONS = 1_000_000;
    private static final int CHARACTERS = 1_000;
    private static final String HEAP = "-Xmx256m";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PrintStream out;
    private final Program program;

    Transfers(PrintStream out, Path script) {
        this.out = out;
        this.program = new Program(script, HEAP);
    }

    /**
     * Takes the number of sessions; the system property {@code sessions.launcher} contains the path of the launcher.
     */
    public static void main(String[] arguments) throws IOException {
        int sessions = arguments.length == 0 ? DEFAULT_SESSIONS : Integer.parseInt(arguments[0]);
        new Transfers(System.out, Path.of(System.getProperty("sessions.launcher"))).run(sessions);
    }

    void run(int sessions) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            StoreKind.H2.filled(new Population(sessions, OpeningSpread.DAY, CHARACTERS), folder.path()).close();
            measure(sessions, "jdbc:h2:file:" + folder.path().resolve("sessions"), folder.path());
        }
    }

    private void measure(int sessions, String store, Path folder) throws IOException {
        String plain = folder.resolve("sessions.jsonl").toString();
        String compressed = plain + ".gz";
        long unverified = program.time("export", plain, "--store", store, "--no-verify");
        Table table = new Table(out, sessions, Files.size(Path.of(plain)));
        table.head();
        table.row("`export --no-verify`", unverified);
        table.row("`export`", program.time("export", plain, "--store", store, "--force"));
        table.row("`export`, compressed", program.time("export", compressed, "--store", store));
        table.row("`import --no-verify`", timeOfImport(plain, "--no-verify"));
        table.row("`import`", timeOfImport(plain));
        table.row("`import`, compressed", timeOfImport(compressed));
        table.row("`copy`", program.time("copy", store, PostgresServer.newDatabaseWithDefaultTimeouts()));
    }

    private long timeOfImport(String file, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("import", file, "--store", PostgresServer.newDatabaseWithDefaultTimeouts()));
        command.addAll(List.of(options));
        return program.time(command.toArray(String[]::new));
    }

    /**
     * Prints the rates of commands that move the same sessions.
     *
     * @param bytes the size of the uncompressed export
     */
    private record Table(PrintStream out, int sessions, long bytes) {

        private void head() {
            out.printf(Locale.ROOT, "%,d sessions, %,d bytes, heap of 256 MiB, Java %s%n%n", sessions, bytes,
                    Runtime.version());
            out.println("| | time | sessions/s | MB/s |");
            out.println("|---|---|---|---|");
        }

        private void row(String what, long nanos) {
            double seconds = nanos / NANOS_PER_SECOND;
            out.printf(Locale.ROOT, "| %s | %,.1f s | %,.0f | %.1f |%n", what, seconds, sessions / seconds,
                    bytes / BYTES_PER_MEGABYTE / seconds);
            out.flush();
        }
    }
}
