package sessions.cli.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sessions.cli.option.VersionOption;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "touch", mixinStandardHelpOptions = true, description = "Extend a session's expiry.")
public final class TouchCommand extends SessionCommand {

    @Mixin
    private VersionOption expected = new VersionOption();

    public TouchCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().touch(correlationId(), sessionId, expected.version());
    }
}
