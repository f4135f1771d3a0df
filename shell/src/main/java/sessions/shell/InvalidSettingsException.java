package sessions.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The settings of a command are invalid. The message contains all problems. */
public final class InvalidSettingsException extends ParameterException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for several problems.
     *
     * @param problems each names a setting, its source if not the command line, and the expected value
     */
    public InvalidSettingsException(CommandLine command, List<String> problems) {
        super(command, String.join(System.lineSeparator(), problems));
    }

    /** Throws an exception if there are problems. */
    public static void unlessEmpty(CommandLine command, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(command, problems);
        }
    }
}
