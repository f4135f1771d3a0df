package sessions.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sessions.cli.option.FilterOptions;
import sessions.cli.option.OutputOptions;
import sessions.cli.option.PositiveConverter;
import sessions.cli.option.StateOptions;
import sessions.cli.output.OutputFormat;
import sessions.cli.output.Printer;
import sessions.cli.output.SessionView;
import sessions.domain.error.SessionsException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.DurationConverter;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Print sessions, newest first.")
public final class ListCommand extends ServiceCommand {

    /** Clears the terminal and moves the cursor to its top. */
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private static final int DEFAULT_LIMIT = 100;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @ArgGroup
    private @Nullable StateOptions state;

    @Option(names = "--limit", paramLabel = "N", converter = PositiveConverter.class,
            description = "Print at most N sessions (default: " + DEFAULT_LIMIT + ").")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "Print all sessions, without a limit.")
    private boolean all;

    @Option(names = "--watch", paramLabel = "TIME", arity = "0..1", fallbackValue = "2s",
            converter = DurationConverter.class,
            description = "Print the list again after each TIME (2s if omitted).")
    private @Nullable Duration interval;

    @Option(names = "--full-ids", description = "Print whole ids also in the format table.")
    private boolean fullIds;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ListCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (all && limit != null) {
            throw rejected("--all and --limit cannot be combined");
        }
        filter.check(this);
        OutputFormat format = output.listFormat(shell().terminal());
        if (interval != null && format != OutputFormat.TABLE && format != OutputFormat.WIDE) {
            throw rejected("--watch requires -o table or -o wide");
        }
    }

    @Override
    int run(DrivingPorts ports) {
        if (interval == null) {
            tellIfMore(print(ports, out()));
        } else {
            watch(ports, interval);
        }
        return ExitCode.OK;
    }

    /** A printed list, and whether there are more sessions. */
    private record Frame(String text, boolean more) {
    }

    /**
     * Prints the list again and again. If that fails, the last list remains, with the error below it. If the key
     * is rejected, the command ends.
     */
    private void watch(DrivingPorts ports, Duration pause) {
        Frame shown = frame(ports);
        show(shown);
        while (!out().checkError() && shell().refreshTimer().awaitNext(pause)) {
            try {
                shown = frame(ports);
                out().print(shell().terminal().output() ? CLEAR : "\n");
                show(shown);
            } catch (UnauthorizedException rejected) {
                throw rejected; // trying again does not help
            } catch (SessionsException failed) {
                if (shell().terminal().output()) {
                    out().print(CLEAR);
                    show(shown);
                }
                printMessage(failed.getMessage() + "; trying again");
            }
        }
    }

    private Frame frame(DrivingPorts ports) {
        StringWriter text = new StringWriter();
        boolean more = print(ports, new PrintWriter(text));
        return new Frame(text.toString(), more);
    }

    private void show(Frame frame) {
        out().print(frame.text());
        tellIfMore(frame.more());
    }

    private long limit() {
        if (all) {
            return Long.MAX_VALUE;
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Prints the list and returns whether there are more sessions. */
    private boolean print(DrivingPorts ports, PrintWriter target) {
        SessionFilter wanted = filter.filter(shell().clock().instant()).withActive(StateOptions.active(state));
        ListPager pager = new ListPager(ports.resources(), correlationId(), wanted);
        Printer<SessionV1> printer = output.listPrinter(SessionView.listed(fullIds), target, shell());
        boolean more = pager.forEachPage(limit(), page -> {
            page.forEach(printer::print);
            // If the output can no longer be written, stop.
            return !target.checkError();
        });
        printer.end();
        target.flush();
        return more;
    }

    private void tellIfMore(boolean more) {
        out().flush();
        if (more && !out().checkError()) {
            printMessage("there are more sessions; use --all or a larger --limit");
        }
    }
}
