package sessions.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sessions.testkit.log.SecretLeaks;

/** A running {@code sessions serve}. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Sessions \\S+ listens on http://127\\.0\\.0\\.1:(\\d+)");

    /** How the last line begins that it says before it serves. */
    private static final String LAST = "Store: ";

    private final Process process;
    private final BufferedReader out;
    private final CompletableFuture<String> err;
    private final List<String> greeting = new ArrayList<>();
    private final int port;

    private ServiceProcess(Process process) throws IOException {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
        err = Launcher.errorsLater(process);
        port = awaitGreeting();
    }

    /** Starts it on a free port and waits until it says that it listens. */
    public static ServiceProcess start(Launcher launcher, String store, String... options) throws IOException {
        return new ServiceProcess(launcher.start(Stream.concat(Stream.of("serve", "--port", "0", "--store", store),
                Stream.of(options)).toArray(String[]::new)));
    }

    private int awaitGreeting() throws IOException {
        String line;
        do {
            line = out.readLine();
            if (line == null) {
                process.destroyForcibly();
                throw new AssertionError("the service did not start: " + greeting + "; " + err.join());
            }
            greeting.add(line);
        } while (!line.startsWith(LAST));
        SecretLeaks.lookAt("sessions serve", String.join("\n", greeting));
        return port(LISTENS);
    }

    /** What the pattern's group holds in one line of the greeting. */
    public int port(Pattern pattern) {
        return greeting.stream().map(pattern::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .map(Integer::parseInt).findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + greeting));
    }

    public int port() {
        return port;
    }

    /** How many threads the system has given it. */
    public long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.count();
        }
    }

    List<String> greeting() {
        return greeting;
    }

    /** Asks it to stop: SIGTERM. By its handle, because the process itself would close our ends of its streams. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Kills it without warning: SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end and answers what it has printed since it was started. */
    public Launcher.Ran await() throws IOException, InterruptedException {
        String rest = out.readAllAsString();
        SecretLeaks.lookAt("sessions serve", rest);
        return new Launcher.Ran(process.waitFor(), rest, err.join());
    }

    /** Not before all that it wrote has been looked at. */
    @Override
    public void close() {
        kill();
        process.onExit().join();
        SecretLeaks.lookAt("sessions serve", out.lines().collect(Collectors.joining("\n")));
        err.join();
    }
}
