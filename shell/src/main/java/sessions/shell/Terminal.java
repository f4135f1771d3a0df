package sessions.shell;

/**
 * Tells which of a command's streams are terminals, where people read and type.
 *
 * @param input whether standard input is a terminal
 * @param output whether standard output is a terminal
 * @param errors whether the error stream is a terminal
 * @param colour whether colours are allowed on terminals
 */
public record Terminal(boolean input, boolean output, boolean errors, boolean colour) {

    /** No terminals, as in a script. */
    public static final Terminal NONE = new Terminal(false, false, false, false);

    /**
     * Returns the terminals according to the launcher and the environment.
     *
     * @param streams the numbers of those of the streams 0, 1 and 2 that are terminals, such as {@code 12}
     * @param noColor the variable {@code NO_COLOR}: if not empty, no colours (no-color.org)
     */
    public static Terminal of(String streams, String noColor) {
        return new Terminal(streams.contains("0"), streams.contains("1"), streams.contains("2"), noColor.isEmpty());
    }

    /** Returns whether a person can see and answer questions. */
    public boolean isInteractive() {
        return input && errors;
    }

    /** Returns whether standard output supports colours. */
    public boolean colouredOutput() {
        return output && colour;
    }
}
