package sessions.bootstrap.packaging;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.service.RunningService;
import sessions.shell.ExitCode;

/**
 * The training run for the {@linkplain AotCaches cache} of the service and of commands that open a store themselves. It
 * prints nothing and throws if anything does not behave as expected.
 */
final class ServiceTraining {

    /** More than one, so that the path of every request is recorded; more than this did not make starts faster. */
    private static final int ROUNDS = 10;

    private ServiceTraining() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sessions-training");
        try {
            Logging.suppress();
            Logging.setLevel(Level.ERROR);
            Logging.disableAuditAndAccessLog();
            Logging.batchAccessLog().close();
            serve("memory:");
            String store = "jdbc:h2:file:" + folder.resolve("sessions");
            serve(store);
            CommandTraining.run(ExitCode.OK, "list", "--user", "training", "--direct", "--store", store);
            CommandTraining.run(ExitCode.OK, "export", folder.resolve("sessions.jsonl").toString(), "--store", store);
        } finally {
            delete(folder);
        }
    }

    private static void serve(String store) throws IOException, InterruptedException {
        try (RunningService service = start(store); TrainingCalls calls = new TrainingCalls(service.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                calls.commands();
                calls.resources();
                calls.rejected();
            }
        }
    }

    /** Starts the service with its defaults on a free port. */
    static RunningService start(String store) throws IOException {
        ServeCommand serve = (ServeCommand) CommandTraining.commandLine()
                .parseArgs("serve", "--port", "0", "--store", store).subcommand().commandSpec().userObject();
        return RunningService.start(serve.settings(), InstantSource.system());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
