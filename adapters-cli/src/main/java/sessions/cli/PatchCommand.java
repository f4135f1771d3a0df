package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "patch", mixinStandardHelpOptions = true,
        description = "Merge a patch into the session's data (RFC 7396): null removes a member.")
final class PatchCommand extends SessionCommand {

    @Parameters(index = "1", paramLabel = "CONTENT", description = Content.FORMS)
    private String content = "";

    @Mixin
    private VersionOption expected = new VersionOption();

    PatchCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().mergeData(correlationId(), sessionId, Content.required(content, "data", shell()),
                expected.version());
    }
}
