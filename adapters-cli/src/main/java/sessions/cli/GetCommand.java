package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "get", mixinStandardHelpOptions = true,
        description = "Print a session with its content. This does not extend its life.")
final class GetCommand extends SessionCommand {

    GetCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().getSession(correlationId(), sessionId);
    }
}
