package sessions.cli;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import sessions.domain.DrivingPorts;

/** What the admin commands share. Only data goes to standard output; what is said about it goes to the error stream. */
abstract class AdminCommand implements Callable<Integer> {

    /** The mixin of those options that only {@code --direct} gives a meaning. */
    static final String DIRECT_OPTIONS = "direct";

    /** The mixin of those options that say which service it is. */
    static final String CONNECTION_OPTIONS = "connection";

    private static final int LONGEST_SHOWN = 64;

    private final Shell shell;
    private final String correlationId = "sessions-cli-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin(name = CONNECTION_OPTIONS)
    private ConnectionOptions connection = new ConnectionOptions();

    AdminCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public final Integer call() {
        requireWhatHasMeaning();
        check();
        return shell.ports().with(connection.connection(), this::run);
    }

    /** Refuses options that do not fit, before a service is called. */
    void check() {
        // Most options fit whatever the others are.
    }

    /** Does the work and answers the exit status. */
    abstract int run(DrivingPorts ports);

    /** Ties together what logs and errors say about this run. */
    final String correlationId() {
        return correlationId;
    }

    final Shell shell() {
        return shell;
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

    final int sayNotFound(String id) {
        say("there is no session " + (id.length() > LONGEST_SHOWN ? Shown.cut(id, LONGEST_SHOWN) : id));
        return ExitCode.NOT_FOUND;
    }

    /** What to throw for options that do not fit. */
    final ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** Else a store or a service that was named would be passed over without a word. */
    private void requireWhatHasMeaning() {
        if (connection.isDirect()) {
            refuseGiven(CONNECTION_OPTIONS, "has no meaning with --direct");
        } else {
            refuseGiven(DIRECT_OPTIONS, "has no meaning without --direct");
        }
    }

    private void refuseGiven(String mixin, String why) {
        CommandSpec options = spec.mixins().get(mixin);
        ParseResult parsed = spec.commandLine().getParseResult();
        if (options != null) {
            options.options().stream().map(OptionSpec::longestName)
                    .filter(name -> !name.equals(ConnectionOptions.DIRECT) && parsed.hasMatchedOption(name)).findFirst()
                    .ifPresent(name -> {
                        throw refused(name + " " + why);
                    });
        }
    }
}
