package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "store", mixinStandardHelpOptions = true, description = "Replace the session's data.")
final class StoreCommand extends SessionCommand {

    @Parameters(index = "1", paramLabel = "CONTENT", description = Content.FORMS)
    private String content = "";

    @Mixin
    private VersionOption expected = new VersionOption();

    StoreCommand(Shell shell) {
        super(shell);
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId) {
        return ports.resources().storeData(correlationId(), sessionId, Content.required(content, "data", shell()),
                expected.version());
    }
}
