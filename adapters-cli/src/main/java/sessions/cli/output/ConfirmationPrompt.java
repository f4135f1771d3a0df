package sessions.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sessions.domain.model.SessionV1;
import sessions.shell.Shell;
import sessions.shell.Terminal;

/** Shows the sessions that an operation would change, and asks for confirmation. */
public final class ConfirmationPrompt {

    private static final Set<String> YES = Set.of("y", "yes");

    private final Shell shell;
    private final PrintWriter err;

    public ConfirmationPrompt(Shell shell, PrintWriter err) {
        this.shell = shell;
        this.err = err;
    }

    /**
     * Prints the number of sessions and the first of them on standard error.
     *
     * @param verb the operation, such as {@code close}
     * @param first the first sessions; empty if they cannot be listed
     */
    public void show(String verb, long count, List<SessionV1> first) {
        String what = "This would " + verb + " " + SessionCount.sessions(count);
        if (first.isEmpty()) {
            err.println(what + ".");
            err.flush();
            return;
        }
        err.println(what + (first.size() < count ? ", such as:" : ":"));
        Terminal terminal = shell.terminal();
        PrintTarget target = new PrintTarget(err, terminal.errors(), terminal.errors() && terminal.colour(),
                shell.clock().instant());
        TablePrinter<SessionV1> table = new TablePrinter<>(SessionView.LISTED.table(), target, false);
        first.forEach(table::print);
        table.end();
        err.flush();
    }

    /** Asks for confirmation. Every answer other than {@code y} or {@code yes} counts as no. */
    public boolean isConfirmed(String verb, long count) {
        err.print("Really " + verb + " " + SessionCount.sessions(count) + "? [y/N] ");
        err.flush();
        return YES.contains(line().strip().toLowerCase(Locale.ROOT));
    }

    /** Reads one line, byte by byte so that nothing after it is consumed. */
    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = shell.input().read(); next >= 0 && next != '\n'; next = shell.input().read()) {
                line.append(new String(new byte[]{(byte) next}, StandardCharsets.US_ASCII));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the answer: " + failed.getMessage(), failed);
        }
        return line.toString();
    }
}
