package sessions.shell;

/**
 * Which of a command's streams are terminals, where people read and answer.
 *
 * @param input whether standard input is one
 * @param output whether standard output is one
 * @param errors whether the error stream is one
 * @param colour whether a terminal may be given colours
 */
public record Terminal(boolean input, boolean output, boolean errors, boolean colour) {

    /** No terminal at all, as in a script. */
    public static final Terminal NONE = new Terminal(false, false, false, false);

    /**
     * As the launcher and the environment say.
     *
     * @param streams the numbers of those of the streams 0, 1 and 2 that are terminals, such as {@code 12}
     * @param noColor the variable {@code NO_COLOR}: if not empty, no colours (no-color.org)
     */
    public static Terminal of(String streams, String noColor) {
        return new Terminal(streams.contains("0"), streams.contains("1"), streams.contains("2"), noColor.isEmpty());
    }

    /** Whether somebody sees a question and can answer it. */
    public boolean isInteractive() {
        return input && errors;
    }

    /** Whether standard output takes colours. */
    public boolean colouredOutput() {
        return output && colour;
    }
}
