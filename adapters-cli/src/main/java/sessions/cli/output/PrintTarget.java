package sessions.cli.output;

import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/**
 * What is printed on.
 *
 * @param out takes the lines
 * @param terminal whether people read it there
 * @param colour whether it takes colours
 * @param now the time that relative times are about
 */
public record PrintTarget(PrintWriter out, boolean terminal, boolean colour, Instant now) {

    /** Ends lines alike on every system: machines read them. */
    public void line(String text) {
        out.print(text + "\n");
    }

    /** Text in a format that by itself does not escape what could steer a terminal. */
    String safe(String text) {
        return terminal ? TerminalText.lines(text) : text;
    }

    /** Ended by a reset: what ends bold alone is a double underline on some terminals. */
    String styled(String text, @Nullable Style style) {
        return style == null || !colour ? text : style.on() + text + Style.reset.on();
    }
}
