package sessions.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "delete", mixinStandardHelpOptions = true,
        description = "Delete sessions permanently, active or closed, and print them.")
public final class DeleteCommand extends IdsCommand {

    public DeleteCommand(Shell shell) {
        super(shell, "delete");
    }

    @Override
    void check() {
        if (!hasIds()) {
            throw rejected("give session ids or --stdin");
        }
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId, @Nullable Long version) {
        return ports.resources().delete(correlationId(), sessionId, version);
    }
}
