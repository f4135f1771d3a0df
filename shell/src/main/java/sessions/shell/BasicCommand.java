package sessions.shell;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share. Only data goes to standard output; what is said about it goes to the error stream. */
public abstract class BasicCommand implements Callable<Integer> {

    /** The mixin of the options that name the service. */
    public static final String CONNECTION_OPTIONS = "connection";

    /** The mixin of those options that are about the store; to commands that talk to a service only with {@code --direct}. */
    public static final String STORE_OPTIONS = "store";

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public BasicCommand(Shell shell) {
        this.shell = shell;
    }

    public final Shell shell() {
        return shell;
    }

    public final CommandSpec spec() {
        return spec;
    }

    /** Standard output, for data. */
    public final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The error stream, for words. */
    public final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    public final void say(String message) {
        err().println("sessions: " + TerminalText.text(message));
        err().flush();
    }

    /** What to throw for options that do not fit. */
    public final ParameterException rejected(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
