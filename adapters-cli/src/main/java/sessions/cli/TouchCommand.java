package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "touch", mixinStandardHelpOptions = true, description = "Have a session live on, as a change does.")
final class TouchCommand extends SessionCommand {

    @Mixin
    private VersionOption expected = new VersionOption();

    TouchCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().touch(correlationId(), sessionId, expected.version());
    }
}
