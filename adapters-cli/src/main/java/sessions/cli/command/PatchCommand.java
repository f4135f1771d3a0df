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

@Command(name = "patch", mixinStandardHelpOptions = true,
        description = "Apply a JSON merge patch (RFC 7396) to the session's data; null removes a member.")
public final class PatchCommand extends SessionCommand {

    @Parameters(index = "1", paramLabel = "CONTENT", description = ContentArgument.FORMS)
    private String content = "";

    @Mixin
    private VersionOption expected = new VersionOption();

    public PatchCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().mergeData(correlationId(), sessionId,
                ContentArgument.required(content, "data", shell()),
                expected.version());
    }
}
