package sessions.cli.command;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.SessionView;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

/** A command about one session, which it prints. */
abstract class SessionCommand extends ServiceCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The session's id.")
    private String id = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    SessionCommand(Shell shell) {
        super(shell);
    }

    /** The session after what the command does to it, or empty where there is none. */
    abstract Optional<SessionV1> apply(DrivingPorts ports, String sessionId);

    @Override
    final int run(DrivingPorts ports) {
        Optional<SessionV1> session = apply(ports, id);
        if (session.isEmpty()) {
            return sayNotFound(id);
        }
        output.one(session.get(), SessionView.WHOLE, out(), shell());
        return ExitCode.OK;
    }
}
