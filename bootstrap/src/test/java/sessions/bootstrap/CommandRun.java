package sessions.bootstrap;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import sessions.testkit.log.SecretLeaks;

/** The result of a command run in this process. */
public record CommandRun(int exit, String out, String err) {

    public static CommandRun of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments);
        SecretLeaks.checkOutput("a command of sessions", err.toString(), arguments);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** Runs {@code serve} on a store in memory, with options that prevent the start. */
    public static CommandRun ofServe(Map<String, String> environment, String... options) {
        return of(environment,
                Stream.concat(Stream.of("serve", "--store", "memory:"), Stream.of(options)).toArray(String[]::new));
    }
}
