package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "update-user", mixinStandardHelpOptions = true, description = "Replace the content about the user.")
final class UpdateUserCommand extends SessionCommand {

    @Parameters(index = "1", paramLabel = "CONTENT", description = Content.FORMS)
    private String content = "";

    @Mixin
    private VersionOption expected = new VersionOption();

    UpdateUserCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().updateUser(correlationId(), sessionId, Content.required(content, "user", shell()),
                expected.version());
    }
}
