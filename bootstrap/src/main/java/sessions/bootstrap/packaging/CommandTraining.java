package sessions.bootstrap.packaging;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import sessions.bootstrap.Main;
import sessions.shell.ExitCode;

/**
 * The training run of the {@linkplain AotCaches cache} of commands: those that talk to a service. It says nothing, and ends
 * with an exception where anything is not as expected, because a cache of failures would make nothing faster.
 */
final class CommandTraining {

    private CommandTraining() {
    }

    /** Takes the address of a service, and the id of a session there. */
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

    /** The program's, with nothing from the environment of the build and nothing to be seen. */
    static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(Map.of()).setOut(nowhere).setErr(nowhere);
    }
}
