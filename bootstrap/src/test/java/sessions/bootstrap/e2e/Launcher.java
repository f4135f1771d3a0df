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

/** The packaged program's launcher script, run in its own process with its own folder and environment. */
public record Launcher(Path script, Path folder, Map<String, String> environment) {

    /** The launcher of this build, on the JDK that runs the tests. */
    public static Launcher in(Path folder) {
        String path = System.getenv("PATH");
        return new Launcher(Path.of(System.getProperty("sessions.launcher")), folder, Map.of("PATH", path, "HOME",
                folder.toString(), "JAVA_HOME", System.getProperty("java.home")));
    }

    /** The result of a process. */
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

    /** Runs a command to its end. Its messages may contain ids from its arguments. */
    public Ran run(String... arguments) throws InterruptedException {
        Process process = start(arguments);
        CompletableFuture<String> err = errorsLater(process, arguments);
        String out = text(process.getInputStream());
        return new Ran(process.waitFor(), out, err.join());
    }

    /** Reads on its own thread: the common pool may have a single thread, which a running service would occupy. */
    public static CompletableFuture<String> errorsLater(Process process, String... typed) {
        return CompletableFuture.supplyAsync(() -> errors(process, typed), Thread::startVirtualThread);
    }

    /** Returns the process's standard error after its end, and checks it for secrets. */
    static String errors(Process process, String... typed) {
        String errors = text(process.getErrorStream());
        SecretLeaks.checkOutput("a process of sessions", errors, typed);
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
