package sessions.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share. Only data goes to standard output; what is said about it goes to the error stream. */
abstract class BasicCommand implements Callable<Integer> {

    /** The mixin of those options that are about the store; to commands that talk to a service only with {@code --direct}. */
    static final String STORE_OPTIONS = "store";

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BasicCommand(Shell shell) {
        this.shell = shell;
    }

    final Shell shell() {
        return shell;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Standard output, for data. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The error stream, for words. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final void say(String message) {
        err().println("sessions: " + Shown.text(message));
        err().flush();
    }

    /** What to throw for options that do not fit. */
    final ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
