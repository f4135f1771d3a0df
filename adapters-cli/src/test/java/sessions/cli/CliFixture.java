package sessions.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.application.intercept.InterceptedPorts;
import sessions.application.intercept.Interceptor;
import sessions.application.intercept.PortCall;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.shell.CommandErrors;
import sessions.shell.OpenStore;
import sessions.shell.ServiceSource;
import sessions.shell.ServiceTarget;
import sessions.shell.Shell;
import sessions.shell.StoreAddress;
import sessions.shell.StoreSource;
import sessions.shell.Terminal;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.log.SecretLeaks;
import sessions.wire.mergepatch.JsonMergePatch;

/** Runs admin commands on a real service in this process and captures their output. */
public final class CliFixture implements ServiceSource {

    public static final String UNKNOWN_ID = "0123456789abcdef0123456789abcdef";

    private static final int MAX_PAGE_SIZE = 3;

    final SettableClock clock = new SettableClock(Fixtures.NOON);
    final DrivingPorts ports;

    /** The stores that commands open themselves, by their URLs; the configured one is {@code here}. */
    final Map<String, SessionStore> opened = new HashMap<>();

    /** The file reported as the location of the stores. */
    @Nullable
    Path fileOfHere;

    /** Actions to run between repetitions; when none is left, there is no further repetition. */
    final Deque<Runnable> repetitions = new ArrayDeque<>();
    Terminal terminal = Terminal.NONE;
    String input = "";

    /** The error of the service; null while it works. */
    @Nullable
    SessionsException failure;
    Optional<ServiceTarget> connection = Optional.empty();

    public CliFixture() {
        this(new MemorySessionStore());
    }

    public CliFixture(SessionStore store) {
        ports = UseCases.on(store, clock, new SessionRules(Fixtures.ONE_HOUR, MAX_PAGE_SIZE), new JsonMergePatch(1000),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(),
                        List.of("a:b:c:d:1.0", "e:f:g:h:1.0")));
    }

    /** The result of a command. */
    public record Ran(int exit, String out, String err) {
    }

    @Command(name = "sessions")
    private static final class Root {
    }

    /** Stands in for the program's options for {@code --direct}. */
    private static final class DirectOptions {
        @Option(names = "--store", defaultValue = "nowhere")
        private String store = "";

        @Override
        public String toString() {
            return store;
        }
    }

    /** Stands in for the program's expiry options. */
    private static final class ExpiryOptions {
        @Option(names = "--expire-timeout", defaultValue = "1h")
        private String timeout = "";

        @Override
        public String toString() {
            return timeout;
        }
    }

    private int withStore(@Nullable StoreAddress address, StoreSource.Absence absence,
            StoreSource.StoreWork work)
            throws IOException {
        String url = address == null ? "here" : address.url();
        SessionStore store = opened.get(url);
        if (store == null && absence == StoreSource.Absence.FAIL) {
            throw new StoreUnavailableException("The store " + url + " cannot be opened", null);
        }
        SessionStore there = store == null ? new MemorySessionStore() : store;
        if (absence == StoreSource.Absence.CREATE) {
            opened.put(url, there);
        }
        return work.on(new OpenStore(url, fileOfHere, UseCases.transfer(there, clock, Fixtures.ONE_HOUR)));
    }

    @Override
    public int with(ServiceTarget wanted, ToIntFunction<DrivingPorts> work) {
        connection = Optional.of(wanted);
        return work.applyAsInt(InterceptedPorts.of(ports, new Failing()));
    }

    /** Fails every call while {@link #failure} is set. */
    private final class Failing implements Interceptor {

        @Override
        public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
            if (failure != null) {
                throw failure;
            }
            return next.run();
        }
    }

    public Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        SecretLeaks.checkOutput("a command", err.toString(), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    public CommandLine commandLine() {
        Shell shell = new Shell(this, this::withStore, terminal,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                clock, _ -> repeats());
        CommandErrors errors = new CommandErrors();
        CommandLine commandLine = new CommandLine(new Root());
        AdminCommands.addTo(commandLine, shell, new DirectOptions(), new ExpiryOptions());
        return commandLine.setExpandAtFiles(false).setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private boolean repeats() {
        Runnable next = repetitions.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    SessionV1 open(String userId) {
        return open(Fixtures.opening(userId));
    }

    SessionV1 open(SessionOpening opening) {
        return ports.resources().openSession("test", opening, null).orElseThrow();
    }

    SessionV1 present(SessionV1 session) {
        return ports.resources().getSession("test", session.id().value()).orElseThrow();
    }

    SessionV1 close(SessionV1 session) {
        return ports.resources().close("test", session.id().value(), null).orElseThrow();
    }

    long active(String userId) {
        return ports.admin().countSessionsToClose("test", SessionFilter.ofUser(userId));
    }

    /** The result of a rejected command: one line on standard error. */
    static Ran message(int exit, String message) {
        return new Ran(exit, "", "sessions: " + message + System.lineSeparator());
    }
}
