package sessions.bootstrap.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import sessions.testkit.log.SecretLeaks;

/**
 * The packaged program's launcher script, run as a process of its own in a folder and with an environment of its own.
 */
public record Launcher(Path script, Path folder, Map<String, String> environment) {

    /** The launcher of this build, on the JDK that runs the tests. */
    public static Launcher in(Path folder) {
        String path = System.getenv("PATH");
        return new Launcher(Path.of(System.getProperty("sessions.launcher")), folder, Map.of("PATH", path, "HOME",
                folder.toString(), "JAVA_HOME", System.getProperty("java.home")));
    }

    /** What a process that ended has left. */
    public record Ran(int exit, String out, String err) {
    }

    public Launcher with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launcher(script, folder, more);
    }

    public Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end. An id that it was called with may be in what it has to say about it. */
    public Ran run(String... arguments) throws InterruptedException {
        Process process = start(arguments);
        CompletableFuture<String> err = errorsLater(process, arguments);
        String out = text(process.getInputStream());
        return new Ran(process.waitFor(), out, err.join());
    }

    /** On a thread of its own: the common pool has as few as one, which a running service would hold. */
    public static CompletableFuture<String> errorsLater(Process process, String... typed) {
        return CompletableFuture.supplyAsync(() -> errors(process, typed), Thread::startVirtualThread);
    }

    /** What it has written to its error stream by its end, which is looked at for what no log may show. */
    static String errors(Process process, String... typed) {
        String errors = text(process.getErrorStream());
        SecretLeaks.lookAt("a process of sessions", errors, typed);
        return errors;
    }

    public static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
