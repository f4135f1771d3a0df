package sessions.cli.output;

import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/**
 * The destination of output.
 *
 * @param out the writer
 * @param terminal whether it is a terminal
 * @param colour whether to print colours
 * @param now the time to which relative times refer
 */
public record PrintTarget(PrintWriter out, boolean terminal, boolean colour, Instant now) {

    /** Prints a line. It ends with LF on every system, because programs read the output. */
    public void line(String text) {
        out.print(text + "\n");
    }

    /** Makes text safe for a terminal, for formats that do not escape control characters. */
    String safe(String text) {
        return terminal ? TerminalText.lines(text) : text;
    }

    /**
     * Returns the text with a style. Ends with a full reset: the code that ends only bold is a double underline on some
     * terminals.
     */
    String styled(String text, @Nullable Style style) {
        return style == null || !colour ? text : style.on() + text + Style.reset.on();
    }
}
