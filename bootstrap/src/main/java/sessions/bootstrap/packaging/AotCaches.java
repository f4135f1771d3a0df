package sessions.bootstrap.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.service.RunningService;

/**
 * Creates the AOT caches with which the packaged program starts faster (JEP 483, 514): a training run records what the
 * JVM loads and links, and a second run writes it to the cache. Each entry in a cache slows every start a little, so
 * commands have their own cache. The build runs this class with the class path and the Java of the program.
 */
final class AotCaches {

    /**
     * Turns off recording of profiles (JEP 515). The profiles of a short run mislead the compiler: a service under load
     * then handles a quarter fewer requests, however long it runs. This is a diagnostic option, which a later JVM may
     * not know.
     */
    private static final List<String> NO_PROFILES = List.of("-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private final Path folder;

    private AotCaches(Path folder) {
        this.folder = folder;
    }

    /** Takes one argument: the folder for the caches. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        AotCaches caches = new AotCaches(Path.of(arguments[0]));
        Logging.suppress();
        Logging.disableAuditAndAccessLog();
        caches.make("service", ServiceTraining.class);
        // In this process, so that the classes of the service do not get into the cache.
        try (RunningService service = ServiceTraining.start("memory:");
                TrainingCalls calls = new TrainingCalls(service.port())) {
            caches.make("commands", CommandTraining.class, "http://127.0.0.1:" + service.port(), calls.open());
        }
    }

    /**
     * Runs two steps, because with a single step the JVM writes to standard error. Caches made with G1 work with all
     * collectors.
     */
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
