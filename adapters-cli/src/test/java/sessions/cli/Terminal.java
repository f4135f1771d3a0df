package sessions.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sessions.application.SessionRules;
import sessions.application.SessionsService;
import sessions.domain.ISessionsV1;
import sessions.domain.SessionOpening;
import sessions.domain.SessionStore;
import sessions.domain.SessionV1;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** The admin commands on a real service, and what each prints. */
final class Terminal implements SessionsSource {

    static final String UNKNOWN_ID = "0123456789abcdef0123456789abcdef";

    final SettableClock clock = new SettableClock(Fixtures.NOON);
    final ISessionsV1 service;

    Terminal() {
        this(new MemorySessionStore());
    }

    Terminal(SessionStore store) {
        service = new SessionsService(store, clock, new SessionRules(Fixtures.ONE_HOUR, 10_000));
    }

    /** What a command leaves behind. */
    record Ran(int exit, String out, String err) {
    }

    @Command(name = "sessions")
    private static final class Root {
    }

    @Override
    public <T> T with(Function<ISessionsV1, T> work) {
        return work.apply(service);
    }

    Ran run(String... arguments) {
        CommandErrors errors = new CommandErrors(_ -> Optional.empty());
        CommandLine commandLine = new CommandLine(new Root());
        AdminCommands.addTo(commandLine, this);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors).execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    SessionV1 open(String userId) {
        return open(Fixtures.opening(userId));
    }

    SessionV1 open(SessionOpening opening) {
        return service.openSession("test", opening);
    }
}
