package sessions.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;

/** The assembled service on a store, listening on a free port, and a client that calls it. */
public final class ServiceFixture implements AutoCloseable {

    /** Makes the settings those of a service with keys; the authenticator decides which ones it accepts. */
    private static final String KEY = IssuedApiKey.create("fixture", Role.READER, null).key().line();

    private final RunningService service;
    private final HttpCalls calls;

    private ServiceFixture(RunningService service, Map<String, String> headers) {
        this.service = service;
        this.calls = new HttpCalls(service.port(), headers);
    }

    /** Starts it with the defaults of {@code serve}. */
    public static ServiceFixture start(String storeUrl, InstantSource clock) {
        return start(storeUrl, clock, Authenticator.ALLOW_ALL, Map.of());
    }

    /**
     * Starts it with authentication.
     *
     * @param headers the headers that the client sends with every request
     */
    public static ServiceFixture start(String storeUrl, InstantSource clock, Authenticator authenticator,
            Map<String, String> headers) {
        try {
            String[] options = {"--store", storeUrl, "--access-keys", KEY};
            ServiceSettings settings = settings(
                    authenticator.equals(Authenticator.ALLOW_ALL) ? Arrays.copyOf(options, 2) : options);
            return new ServiceFixture(RunningService.start(settings, clock, authenticator), headers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it as {@code serve} with these options would. */
    static ServiceFixture with(String... options) {
        try {
            return new ServiceFixture(RunningService.start(settings(options), InstantSource.system()), Map.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the settings that {@code serve} would use, with a free port. */
    public static ServiceSettings settings(String... options) throws IOException {
        return settings(Map.of(), options);
    }

    /** Returns the settings that {@code serve} would use in an environment, with a free port. */
    public static ServiceSettings settings(Map<String, String> environment, String... options) throws IOException {
        String[] arguments = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                .toArray(String[]::new);
        ParseResult parsed = Main.commandLine(environment).parseArgs(arguments);
        return ((ServeCommand) parsed.subcommand().commandSpec().userObject()).settings();
    }

    public int port() {
        return service.port();
    }

    /** The URLs of the Seneca APIs. */
    List<String> seneca() {
        return service.apis().seneca().addresses("http://127.0.0.1:" + port());
    }

    public HttpCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        calls.close();
        service.close();
    }
}
