package sessions.bootstrap.packaging;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import sessions.bootstrap.Main;
import sessions.shell.ExitCode;

/**
 * The training run for the {@linkplain AotCaches cache} of commands that call a service. It prints nothing and throws
 * if a command does not behave as expected, because a cache of failures would be useless.
 */
final class CommandTraining {

    private CommandTraining() {
    }

    /** Takes two arguments: the URL of a service and the id of one of its sessions. */
    public static void main(String[] arguments) {
        String url = arguments[0];
        String id = arguments[1];
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

    static void run(int expected, String... arguments) {
        int exit = commandLine().execute(arguments);
        if (exit != expected) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit);
        }
    }

    /** Returns the program's command line, without the build's environment and without output. */
    static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(Map.of()).setOut(nowhere).setErr(nowhere);
    }
}
