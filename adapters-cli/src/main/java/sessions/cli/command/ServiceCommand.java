package sessions.cli.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
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

/** Base of the commands that call a service. */
public abstract class ServiceCommand extends BasicCommand {

    private static final int MAX_SHOWN_LENGTH = 64;

    /** The beginning of an id, as in tables. */
    private static final Pattern SHORTENED_ID = Pattern.compile("[0-9a-f]{4,31}…?");
    private static final String FULL_IDS_HINT = "; tables show only the beginning of ids: use list --full-ids";

    private final String correlationId = "sessions-cli-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @Mixin(name = CONNECTION_OPTIONS)
    private ConnectionOptions connection = new ConnectionOptions();

    ServiceCommand(Shell shell) {
        super(shell);
    }

    @Override
    public final Integer call() {
        checkTargetOptions();
        check();
        return shell().ports().with(connection.connection(), this::run);
    }

    /** Rejects invalid combinations of options, before the service is called. */
    void check() {
        // Most commands accept all combinations.
    }

    /** Runs the command and returns the exit status. */
    abstract int run(DrivingPorts ports);

    /** The correlation id of this run, in logs and errors. */
    final String correlationId() {
        return correlationId;
    }

    final int printNotFound(String id) {
        printMessage("there is no session "
                + (id.length() > MAX_SHOWN_LENGTH ? TerminalText.cut(id, MAX_SHOWN_LENGTH) : id)
                + (SHORTENED_ID.matcher(id).matches() ? FULL_IDS_HINT : ""));
        return ExitCode.NOT_FOUND;
    }

    /** Returns the status for a wrong argument if the file cannot be written anywhere. */
    final int printCannotWrite(Path file, IOException failed) {
        boolean folder = Files.isDirectory(file);
        String reason = switch (failed) {
            case NoSuchFileException _ -> "there is no such folder";
            case FileSystemException _ when folder -> "it is a folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException explained when explained.getReason() != null -> explained.getReason();
            default -> failed.getMessage();
        };
        printMessage("cannot write " + file + ": " + reason);
        return folder || failed instanceof NoSuchFileException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }

    /** Prints how many sessions were processed before a failure. Returns the failure, to be thrown. */
    final SessionsException reportDone(long done, SessionsException failed) {
        printMessage(SessionCount.sessions(done) + " processed before this error:");
        return failed;
    }

    /**
     * Rejects options that would have no effect: those for a service with {@code --direct}, those for a store without
     * it.
     */
    private void checkTargetOptions() {
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
