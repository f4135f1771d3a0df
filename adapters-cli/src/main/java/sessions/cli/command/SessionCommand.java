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

/** A command that applies an operation to one session and prints it. */
abstract class SessionCommand extends ServiceCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The session's id.")
    private String id = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    SessionCommand(Shell shell) {
        super(shell);
    }

    /** Applies the operation. Returns the session after it, or empty if the session does not exist. */
    abstract Optional<SessionV1> apply(DrivingPorts ports, String sessionId);

    @Override
    final int run(DrivingPorts ports) {
        Optional<SessionV1> session = apply(ports, id);
        if (session.isEmpty()) {
            return printNotFound(id);
        }
        output.printItem(session.get(), SessionView.WHOLE, out(), shell());
        return ExitCode.OK;
    }
}
