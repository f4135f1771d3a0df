package sessions.benchmarks.program;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged program, run as processes by its launcher.
 *
 * @param javaOptions options for the JVM, empty for none
 */
public record Program(Path script, String javaOptions) {

    /**
     * Runs a command and returns its duration in nanoseconds.
     *
     * @throws IllegalStateException if it fails
     */
    public long time(String... arguments) throws IOException {
        long began = System.nanoTime();
        int exit = start(Redirect.DISCARD, Redirect.INHERIT, List.of(arguments)).onExit().join().exitValue();
        long took = System.nanoTime() - began;
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed with exit code " + exit);
        }
        return took;
    }

    /** Starts the service on a free port and waits until it listens. */
    public ServedProgram serve(String store) throws IOException {
        return serve(Redirect.INHERIT, "--store", store);
    }

    /** Starts the service with any options and its log in a file. */
    public ServedProgram serve(Path log, String... options) throws IOException {
        return serve(Redirect.to(log.toFile()), options);
    }

    private ServedProgram serve(Redirect errors, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(options));
        return ServedProgram.of(start(Redirect.PIPE, errors, arguments));
    }

    private Process start(Redirect output, Redirect errors, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
        builder.environment().put("SESSIONS_JAVA_OPTS", javaOptions);
        return builder.start();
    }
}
