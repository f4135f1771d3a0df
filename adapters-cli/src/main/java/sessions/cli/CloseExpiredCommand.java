package sessions.cli;

import picocli.CommandLine.Command;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "close-expired", mixinStandardHelpOptions = true,
        description = "Close for good what has expired. Readers see no difference.")
final class CloseExpiredCommand extends AdminCommand {

    CloseExpiredCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        ports.sessions().closeExpiredSessions(correlationId());
        say("expired sessions are closed");
        return ExitCode.OK;
    }
}
