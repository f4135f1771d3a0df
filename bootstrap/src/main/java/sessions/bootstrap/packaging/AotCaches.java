package sessions.bootstrap.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.service.RunningService;

/**
 * Makes the AOT caches, with which the packaged program starts faster (JEP 483, 514): a training run records what it does,
 * and what the JVM has loaded and linked by then is written. All that is in a cache costs each start a little, so commands
 * have one of their own. Run by the build, with the class path and the Java of the program.
 */
final class AotCaches {

    /**
     * Profiles of a short run (JEP 515) have the compiler bet on what a service under load does not do: it then answers a
     * quarter fewer requests, however long it runs. The option is a diagnostic one, which a later JVM may not know.
     */
    private static final List<String> NO_PROFILES = List.of("-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private final Path folder;

    private AotCaches(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder for the caches. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        AotCaches caches = new AotCaches(Path.of(arguments[0]));
        Logging.quiet();
        Logging.unaudited();
        caches.make("service", ServiceTraining.class);
        // Not in the run itself: what serves would be in the cache, too.
        try (RunningService service = ServiceTraining.start("memory:");
                TrainingCalls calls = new TrainingCalls(service.port())) {
            caches.make("commands", CommandTraining.class, "http://127.0.0.1:" + service.port(), calls.open());
        }
    }

    /** As two steps: as one, the JVM would write to the error stream. Its collector is the one whose objects all others can load. */
    private void make(String name, Class<?> training, String... arguments) throws IOException, InterruptedException {
        Path recorded = Files.createTempFile("sessions-" + name, ".aotconf");
        try {
            List<String> options = new ArrayList<>(NO_PROFILES);
            options.addAll(List.of("-Xlog:aot*=error", "-XX:+UseG1GC", "-XX:AOTConfiguration=" + recorded,
                    "-classpath", System.getProperty("java.class.path")));
            List<String> run = new ArrayList<>(options);
            run.addAll(List.of("-XX:AOTMode=record", training.getName()));
            run.addAll(List.of(arguments));
            java(run);
            List<String> write = new ArrayList<>(options);
            write.addAll(List.of("-XX:AOTMode=create", "-XX:AOTCache=" + folder.resolve(name + ".aot")));
            java(write);
        } finally {
            Files.delete(recorded);
        }
    }

    private static void java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
