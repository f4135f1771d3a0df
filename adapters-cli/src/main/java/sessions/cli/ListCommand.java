package sessions.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sessions.domain.Paging;
import sessions.domain.SessionFilter;
import sessions.domain.SessionPage;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Print sessions as a table, newest first.")
final class ListCommand extends AdminCommand {

    @Option(names = "--user", paramLabel = "ID", description = "Only sessions of this user.")
    private @Nullable String user;

    @ArgGroup
    private @Nullable State state;

    @Option(names = "--skip", paramLabel = "N", defaultValue = "0", description = "Leave out the first N.")
    private long skip;

    @Option(names = "--take", paramLabel = "N", defaultValue = "100",
            description = "Print N at the most (default: ${DEFAULT-VALUE}).")
    private int take;

    ListCommand(SessionsSource sessions) {
        super(sessions);
    }

    /** One or the other, or neither for all. */
    static final class State {
        @Option(names = "--active", fallbackValue = "true", description = "Only active sessions.")
        private boolean active;

        @Option(names = "--closed", fallbackValue = "true", description = "Only closed and expired sessions.")
        private boolean closed;
    }

    @Override
    public Integer call() {
        if (take < 1) {
            throw refused("--take must be at least 1");
        }
        Boolean active = state == null ? null : Boolean.valueOf(state.active && !state.closed);
        SessionFilter filter = (user == null ? SessionFilter.ALL : SessionFilter.ofUser(user)).withActive(active);
        SessionPage page = with(service -> service.getSessions(CORRELATION_ID, filter, new Paging(skip, take, true)));
        print(SessionTable.of(page.data()));
        say(page.data().size() + " of " + page.total() + " sessions");
        return ExitCode.OK;
    }
}
