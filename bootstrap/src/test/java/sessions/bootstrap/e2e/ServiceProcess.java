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

    /** The start of the last line that it prints before it serves. */
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

    /** Starts the service on a free port and waits until it listens. */
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
        SecretLeaks.checkOutput("sessions serve", String.join("\n", greeting));
        return port(LISTENS);
    }

    /** Returns the pattern's group in one of the lines printed at start. */
    public int port(Pattern pattern) {
        return greeting.stream().map(pattern::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .map(Integer::parseInt).findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + greeting));
    }

    public int port() {
        return port;
    }

    /** Returns the number of the process's threads. */
    public long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.count();
        }
    }

    List<String> greeting() {
        return greeting;
    }

    /** Sends SIGTERM. Through the handle, because destroying the process would close our ends of its streams. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end and returns its output since it was started. */
    public Launcher.Ran await() throws IOException, InterruptedException {
        String rest = out.readAllAsString();
        SecretLeaks.checkOutput("sessions serve", rest);
        return new Launcher.Ran(process.waitFor(), rest, err.join());
    }

    /** Waits until all its output has been checked. */
    @Override
    public void close() {
        kill();
        process.onExit().join();
        SecretLeaks.checkOutput("sessions serve", out.lines().collect(Collectors.joining("\n")));
        err.join();
    }
}
