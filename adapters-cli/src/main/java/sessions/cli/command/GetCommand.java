package sessions.cli.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "get", mixinStandardHelpOptions = true,
        description = "Print a session with its content. This does not extend its expiry.")
public final class GetCommand extends SessionCommand {

    public GetCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().getSession(correlationId(), sessionId);
    }
}
