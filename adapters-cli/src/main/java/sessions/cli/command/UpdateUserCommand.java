package sessions.cli.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sessions.cli.option.ContentArgument;
import sessions.cli.option.VersionOption;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "update-user", mixinStandardHelpOptions = true,
        description = "Replace the session's content about the user.")
public final class UpdateUserCommand extends SessionCommand {

    @Parameters(index = "1", paramLabel = "CONTENT", description = ContentArgument.FORMS)
    private String content = "";

    @Mixin
    private VersionOption expected = new VersionOption();

    public UpdateUserCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().updateUser(correlationId(), sessionId,
                ContentArgument.required(content, "user", shell()),
                expected.version());
    }
}
