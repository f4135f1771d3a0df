package sessions.shell;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Base class of all commands. Only data goes to standard output; messages go to the error stream. */
public abstract class BasicCommand implements Callable<Integer> {

    /** The name of the mixin with options for the connection to the service. */
    public static final String CONNECTION_OPTIONS = "connection";

    /**
     * The name of the mixin with options for the store. Commands that talk to a service use them only with
     * {@code --direct}.
     */
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

    /** Returns standard output, for data. */
    public final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Returns the error stream, for messages. */
    public final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    public final void printMessage(String message) {
        err().println("sessions: " + TerminalText.text(message));
        err().flush();
    }

    /** Returns the exception for invalid options. */
    public final ParameterException rejected(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
