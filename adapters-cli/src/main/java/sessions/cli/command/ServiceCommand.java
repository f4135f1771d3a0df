package sessions.cli.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import sessions.cli.option.ConnectionOptions;
import sessions.cli.output.SessionCount;
import sessions.domain.error.SessionsException;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.BasicCommand;
import sessions.shell.ExitCode;
import sessions.shell.Shell;
import sessions.shell.TerminalText;

/** What the commands share that talk to a service. */
public abstract class ServiceCommand extends BasicCommand {

    private static final int MAX_SHOWN_LENGTH = 64;

    private final String correlationId = "sessions-cli-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @Mixin(name = CONNECTION_OPTIONS)
    private ConnectionOptions connection = new ConnectionOptions();

    ServiceCommand(Shell shell) {
        super(shell);
    }

    @Override
    public final Integer call() {
        requireWhatHasMeaning();
        check();
        return shell().ports().with(connection.connection(), this::run);
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

    final int sayNotFound(String id) {
        say("there is no session " + (id.length() > MAX_SHOWN_LENGTH ? TerminalText.cut(id, MAX_SHOWN_LENGTH) : id));
        return ExitCode.NOT_FOUND;
    }

    final int sayCannotWrite(Path file, IOException failed) {
        String reason = failed instanceof NoSuchFileException ? "there is no such folder" : failed.getMessage();
        say("cannot write " + file + ": " + reason);
        return ExitCode.FAILED;
    }

    /** Says, before the error itself is told, how much was done until then. */
    final SessionsException after(long done, SessionsException failed) {
        say(SessionCount.sessions(done) + " done before this error:");
        return failed;
    }

    /** Else a store or a service that was named would be passed over without a word. */
    private void requireWhatHasMeaning() {
        if (connection.isDirect()) {
            rejectGiven(CONNECTION_OPTIONS, "cannot be used with --direct");
        } else {
            rejectGiven(STORE_OPTIONS, "requires --direct");
        }
    }

    private void rejectGiven(String mixin, String why) {
        CommandSpec options = spec().mixins().get(mixin);
        ParseResult parsed = spec().commandLine().getParseResult();
        if (options != null) {
            options.options().stream().map(OptionSpec::longestName)
                    .filter(name -> !name.equals(ConnectionOptions.DIRECT) && parsed.hasMatchedOption(name)).findFirst()
                    .ifPresent(name -> {
                        throw rejected(name + " " + why);
                    });
        }
    }
}
