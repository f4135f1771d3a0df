package sessions.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Settings that a command cannot run with: all that is wrong with them at once. */
public final class InvalidSettingsException extends ParameterException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses to run.
     *
     * @param problems each names a setting, where it comes from if not from the command line, and what was expected
     */
    public InvalidSettingsException(CommandLine command, List<String> problems) {
        super(command, String.join(System.lineSeparator(), problems));
    }

    /** Refuses to run, unless nothing is wrong. */
    public static void unlessEmpty(CommandLine command, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(command, problems);
        }
    }
}
