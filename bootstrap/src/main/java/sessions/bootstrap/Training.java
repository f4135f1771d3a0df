package sessions.bootstrap;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import sessions.cli.ExitCode;

/**
 * The training run of the build: what it does, the JVM finds loaded, linked and profiled in the AOT cache when the
 * packaged program starts. So it does what users do most, with the service and with the commands, and checks what comes
 * of it, because a cache of failures would make nothing faster. It says nothing, and ends with an exception where
 * anything is not as expected.
 */
final class Training {

    /** So that what every request runs through is seen more than once; with more of them no start was faster. */
    private static final int ROUNDS = 10;

    private Training() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sessions-training");
        try {
            Logging.quiet();
            Logging.verbose(Level.ERROR);
            Logging.unaudited();
            serve("memory:");
            serve("jdbc:h2:file:" + folder.resolve("sessions"));
        } finally {
            delete(folder);
        }
    }

    /** Runs the service for a while, and the commands against it. */
    private static void serve(String store) throws IOException, InterruptedException {
        ServeCommand serve = (ServeCommand) commandLine().parseArgs("serve", "--port", "0", "--store", store)
                .subcommand().commandSpec().userObject();
        try (RunningService service = RunningService.start(serve.settings(), InstantSource.system());
                TrainingCalls calls = new TrainingCalls(service.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                calls.commands();
                calls.resources();
                calls.refused();
            }
            commands("http://127.0.0.1:" + service.port(), calls.open());
        }
    }

    private static void commands(String url, String id) {
        run(ExitCode.OK, "--help");
        run(ExitCode.OK, "get", "--help");
        run(ExitCode.OK, "--version");
        run(ExitCode.BAD_INPUT, "list", "--mistyped");
        for (String format : List.of("table", "wide", "json", "jsonl", "yaml", "csv")) {
            run(ExitCode.OK, "get", id, "--url", url, "-o", format);
            run(ExitCode.OK, "list", "--user", "training", "--active", "--url", url, "-o", format);
        }
        run(ExitCode.OK, "open", "--user", "training", "--data", "{}", "--url", url);
        run(ExitCode.OK, "store", id, "{\"n\":1}", "--url", url);
        run(ExitCode.OK, "patch", id, "{\"n\":2}", "--url", url);
        run(ExitCode.OK, "touch", id, "--url", url);
        run(ExitCode.OK, "stats", "--url", url);
        run(ExitCode.OK, "status", "--url", url);
        run(ExitCode.OK, "close", id, "--url", url);
        run(ExitCode.OK, "close", "--user", "training", "--yes", "--url", url);
        run(ExitCode.NOT_FOUND, "get", "unknown", "--url", url);
    }

    private static void run(int expected, String... arguments) {
        int exit = commandLine().execute(arguments);
        if (exit != expected) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit);
        }
    }

    /** The program's, with nothing from the environment of the build and nothing to be seen. */
    private static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(Map.of()).setOut(nowhere).setErr(nowhere);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
