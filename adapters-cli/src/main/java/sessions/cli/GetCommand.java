package sessions.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sessions.domain.SessionV1;
import sessions.wire.SessionJson;

@Command(name = "get", mixinStandardHelpOptions = true,
        description = "Print a session as JSON. This does not extend its life.")
final class GetCommand extends AdminCommand {

    @Parameters(paramLabel = "ID", description = "The session's id.")
    private String id = "";

    GetCommand(SessionsSource sessions) {
        super(sessions);
    }

    @Override
    public Integer call() {
        Optional<SessionV1> session = with(service -> service.getSessionById(CORRELATION_ID, id));
        if (session.isEmpty()) {
            say("there is no such session");
            return ExitCode.NOT_FOUND;
        }
        printJson(SessionJson.of(session.get()));
        return ExitCode.OK;
    }
}
