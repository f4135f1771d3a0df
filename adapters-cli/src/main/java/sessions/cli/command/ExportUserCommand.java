package sessions.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.cli.output.JsonLinesPrinter;
import sessions.cli.output.PrintTarget;
import sessions.cli.output.Printer;
import sessions.cli.output.SessionCount;
import sessions.cli.output.SessionView;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.files.DurableFiles;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "export-user", mixinStandardHelpOptions = true, description = {
        "Print all sessions of a user with their content, as JSON Lines."})
public final class ExportUserCommand extends ServiceCommand {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Parameters(index = "0", paramLabel = "ID", description = "The user's id.")
    private String user = "";

    @Option(names = "--out", paramLabel = "FILE",
            description = "Write to this file, which only its owner can read, and overwrite it if it exists; - is"
                    + " standard output (default).")
    private @Nullable Path file;

    public ExportUserCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        if (file == null || file.equals(STANDARD_OUTPUT)) {
            export(ports, out());
            out().flush();
            return ExitCode.OK;
        }
        return exportInto(file, ports);
    }

    private int exportInto(Path target, DrivingPorts ports) {
        long[] count = {0};
        try {
            DurableFiles.replace(target, out -> {
                PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
                count[0] = export(ports, writer);
                if (writer.checkError()) {
                    throw new IOException("not all data could be written");
                }
            });
        } catch (IOException failed) {
            return printCannotWrite(target, failed);
        }
        printMessage(SessionCount.sessions(count[0]) + " written to " + target);
        return ExitCode.OK;
    }

    /** Prints the sessions page by page and returns their number. */
    private long export(DrivingPorts ports, PrintWriter target) {
        Printer<SessionV1> printer = new JsonLinesPrinter<>(SessionView.WHOLE.json(),
                new PrintTarget(target, false, false, shell().clock().instant()));
        return forEachPage(ports, sessions -> {
            sessions.forEach(printer::print);
            // If the output can no longer be written, stop.
            return !target.checkError();
        });
    }

    private long forEachPage(DrivingPorts ports, Predicate<List<SessionV1>> visitor) {
        long count = 0;
        SessionCursor after = null;
        boolean more;
        do {
            CursorPage page = ports.admin().exportSessions(correlationId(), user,
                    new CursorPaging(after, null, false));
            count += page.sessions().size();
            more = visitor.test(page.sessions());
            after = page.next();
        } while (after != null && more);
        return count;
    }
}
