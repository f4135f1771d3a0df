package sessions.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;

/** Prints errors as one line on the error stream and selects the exit code. Internal errors show their stack trace. */
public final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Error messages of drivers contain URLs with all parameters. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^;&\\s\"]*");

    @Override
    public int handleParseException(ParameterException failed, String[] arguments) {
        CommandLine command = failed.getCommandLine();
        String message = failed instanceof InvalidSettingsException settings
                ? settings.getMessage()
                : problem(failed) + suggestion(failed);
        String help = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        (message + help).lines().forEach(line -> print(command, line));
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) throws Exception {
        return switch (failed) {
            case SessionsException rejected -> {
                print(command, rejected.getMessage() + cause(rejected));
                yield ExitCode.of(rejected);
            }
            case IOException unreachable -> {
                print(command, oneLine(unreachable.getMessage()) + kind(unreachable));
                yield ExitCode.FAILED;
            }
            case UncheckedIOException unreadable -> {
                print(command, oneLine(unreadable.getMessage()));
                yield ExitCode.BAD_INPUT;
            }
            default -> throw failed;
        };
    }

    /** Java's message for these exceptions is only the name of the file. */
    private static String kind(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> ": there is no such file or folder";
            case AccessDeniedException _ -> ": access denied";
            default -> "";
        };
    }

    /** Returns the error of the store's driver. Operators need it; callers of the API never see it. */
    private static String cause(SessionsException failed) {
        Throwable driverError = failed.getCause();
        return switch (failed) {
            case StoreUnavailableException _,StoreFailedException _ when driverError != null ->
                ": " + PASSWORD.matcher(oneLine(driverError.getMessage())).replaceAll("$1***");
            default -> "";
        };
    }

    private static String problem(ParameterException failed) {
        return failed instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? unexpected(unmatched)
                // Only some of picocli's messages start like this.
                : oneLine(failed.getMessage()).replaceFirst("^Error: ", "");
    }

    /** Picocli counts the arguments from 0. */
    private static String unexpected(UnmatchedArgumentException failed) {
        CommandSpec command = failed.getCommandLine().getCommandSpec();
        boolean commandWanted = !command.subcommands().isEmpty() && command.positionalParameters().isEmpty();
        List<String> words = failed.getUnmatched();
        String kind = commandWanted ? "Unknown command: " : "Unexpected argument: ";
        return kind + "'" + (commandWanted ? words.getFirst() : String.join("', '", words)) + "'";
    }

    /** Returns a suggestion for an unknown word. */
    private static String suggestion(ParameterException failed) {
        return failed instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }

    private static void print(CommandLine command, String message) {
        command.getErr().println("sessions: " + TerminalText.text(message));
        command.getErr().flush();
    }
}
