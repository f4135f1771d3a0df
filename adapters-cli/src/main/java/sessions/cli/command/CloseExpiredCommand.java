package sessions.cli.command;

import picocli.CommandLine.Command;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "close-expired", mixinStandardHelpOptions = true,
        description = "Mark expired sessions as closed in the store. Readers already see them as closed.")
public final class CloseExpiredCommand extends ServiceCommand {

    public CloseExpiredCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        ports.sessions().closeExpiredSessions(correlationId());
        printMessage("expired sessions closed");
        return ExitCode.OK;
    }
}
