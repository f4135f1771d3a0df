package sessions.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sessions.cli.option.ConfirmationOptions;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "erase", mixinStandardHelpOptions = true, description = {
        "Permanently delete all sessions of a user, active or closed, and print how many.",
        "Sessions opened while it runs are deleted too."})
public final class EraseCommand extends RemovalCommand {

    @Option(names = "--user", paramLabel = "ID", required = true, description = "Sessions of this user.")
    private String user = "";

    public EraseCommand(Shell shell) {
        super(shell, "erase");
    }

    @Override
    Found find(DrivingPorts ports) {
        CursorPage first = ports.resources().listSessions(correlationId(), SessionFilter.ofUser(user),
                new CursorPaging(null, ConfirmationOptions.SHOWN, true));
        long count = first.total() == null ? first.sessions().size() : first.total();
        return new Found(count, first.sessions());
    }

    @Override
    RemovedBatch removeBatch(DrivingPorts ports, int limit) {
        return ports.admin().eraseBatch(correlationId(), user, limit);
    }
}
