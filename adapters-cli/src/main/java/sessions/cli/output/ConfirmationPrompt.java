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

/** Shows what is about to be done to several sessions, and asks whether to do it. */
public final class ConfirmationPrompt {

    private static final Set<String> YES = Set.of("y", "yes");

    private final Shell shell;
    private final PrintWriter err;

    public ConfirmationPrompt(Shell shell, PrintWriter err) {
        this.shell = shell;
        this.err = err;
    }

    /**
     * Shows on the error stream how many sessions it is about, and the first of them.
     *
     * @param doing what is done, as a word such as {@code close}
     * @param first none where they cannot be listed
     */
    public void show(String doing, long count, List<SessionV1> first) {
        String what = "This would " + doing + " " + SessionCount.sessions(count);
        if (first.isEmpty()) {
            err.println(what + ".");
            err.flush();
            return;
        }
        err.println(what + (first.size() < count ? ", such as:" : ":"));
        Terminal terminal = shell.terminal();
        PrintTarget page = new PrintTarget(err, terminal.errors(), terminal.errors() && terminal.colour(),
                shell.clock().instant());
        TablePrinter<SessionV1> table = new TablePrinter<>(SessionView.LISTED.table(), page, false);
        first.forEach(table::print);
        table.end();
        err.flush();
    }

    /** Whether the answer is yes; whatever is not, is no. */
    public boolean isConfirmed(String doing, long count) {
        err.print("Really " + doing + " " + SessionCount.sessions(count) + "? [y/N] ");
        err.flush();
        return YES.contains(line().strip().toLowerCase(Locale.ROOT));
    }

    /** Byte by byte, so that nothing behind the line is taken. */
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
