package sessions.cli;

import picocli.CommandLine.Command;

@Command(name = "close-expired", mixinStandardHelpOptions = true,
        description = "Close for good what has expired. Readers see no difference.")
final class CloseExpiredCommand extends AdminCommand {

    CloseExpiredCommand(SessionsSource sessions) {
        super(sessions);
    }

    @Override
    public Integer call() {
        return with(service -> {
            service.closeExpiredSessions(CORRELATION_ID);
            say("expired sessions are closed");
            return ExitCode.OK;
        });
    }
}
