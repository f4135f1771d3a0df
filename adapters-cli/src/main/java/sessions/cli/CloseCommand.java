package sessions.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sessions.domain.ISessionsV1;
import sessions.domain.SessionV1;
import sessions.wire.SessionJson;

@Command(name = "close", mixinStandardHelpOptions = true,
        description = "Close sessions and print them as JSON, one a line. A closed session is printed as it is.")
final class CloseCommand extends AdminCommand {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of the sessions.")
    private List<String> ids = new ArrayList<>();

    CloseCommand(SessionsSource sessions) {
        super(sessions);
    }

    @Override
    public Integer call() {
        return with(service -> {
            int status = ExitCode.OK;
            for (String id : ids) {
                if (!close(service, id)) {
                    status = ExitCode.NOT_FOUND;
                }
            }
            return status;
        });
    }

    private boolean close(ISessionsV1 service, String id) {
        Optional<SessionV1> closed = service.closeSession(CORRELATION_ID, id);
        closed.ifPresentOrElse(session -> printJson(SessionJson.of(session)), () -> say("there is no session " + id));
        return closed.isPresent();
    }
}
