package sessions.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sessions.application.ExpirySweep;
import sessions.application.SessionRules;
import sessions.cli.DurationConverter;
import sessions.cli.ExitCode;
import sessions.cli.Setting;
import sessions.domain.ExpiryPolicy;
import sessions.rest.HttpSettings;

/** Runs the service in the foreground until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, abbreviateSynopsis = true,
        description = "Serve sessions over HTTP until stopped by Ctrl-C or SIGTERM.")
final class ServeCommand implements Callable<Integer> {

    private static final Duration DRAIN_TIME = Duration.ofSeconds(30);

    /** More often would keep the store busy with nothing. */
    private static final Duration SHORTEST_CLEANUP_INTERVAL = Duration.ofSeconds(1);

    private final SessionsCommand root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    @Setting
    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1",
            description = "Interface to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Setting
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", converter = Numbers.Port.class,
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Setting
    @Option(names = "--insecure-no-auth", fallbackValue = "true",
            description = "Listen beyond this machine although callers are not authenticated.")
    private boolean insecureNoAuth;

    @Setting
    @Option(names = "--cleanup-interval", paramLabel = "TIME", defaultValue = "15m",
            converter = DurationConverter.class,
            description = "Mean time between two sweeps of expired sessions (default: ${DEFAULT-VALUE}).")
    private Duration cleanupInterval = Duration.ZERO;

    @Setting
    @Option(names = "--retention", paramLabel = "TIME", converter = DurationConverter.class,
            description = "How long sessions are kept after their end; 1m or more (default: until they are removed).")
    private @Nullable Duration retention;

    @Setting
    @Option(names = "--touch-interval", paramLabel = "TIME", defaultValue = "0",
            converter = DurationConverter.OrZero.class,
            description = "Touches sooner than this after the last request change nothing (default: every touch counts).")
    private Duration touchInterval = Duration.ZERO;

    @Setting
    @Option(names = "--touch-on-get", fallbackValue = "true",
            description = "get_session_by_id keeps a session alive; counted once a minute, or in half the timeout.")
    private boolean touchOnGet;

    @Setting
    @Option(names = "--idempotency-window", paramLabel = "TIME", defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How long the key of an opening is remembered (default: ${DEFAULT-VALUE}).")
    private Duration idempotencyWindow = SessionRules.DEFAULT_IDEMPOTENCY_WINDOW;

    @Setting
    @Option(names = "--max-page-size", paramLabel = "N", defaultValue = "100", converter = Numbers.PageSize.class,
            description = "Most sessions that one page of a list holds (default: ${DEFAULT-VALUE}).")
    private int maxPageSize;

    @Setting
    @Option(names = "--max-body", paramLabel = "SIZE", defaultValue = "1MiB", converter = Numbers.BodySize.class,
            description = "Largest body of a request (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    @Setting
    @Option(names = "--cors-origins", paramLabel = "ORIGIN", split = ",", converter = OriginConverter.class,
            description = "Origins whose pages may call, separated by commas, or * (default: none).")
    private Set<String> corsOrigins = Set.of();

    ServeCommand(SessionsCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireLoopbackOrConsent();
        Logging.quiet();
        RunningService service = RunningService.start(settings(), InstantSource.system());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, stopped), "shutdown"));
        Logging.verbose(root.logLevel());
        String shownHost = host.contains(":") ? "[" + host + "]" : host;
        say("Sessions " + Version.text() + " listens on http://" + shownHost + ":" + service.port());
        say("Store: " + Stores.describe(store.settings()));
        stopped.await();
        return ExitCode.OK;
    }

    /** What the options ask for. */
    ServiceSettings settings() {
        if (cleanupInterval.compareTo(SHORTEST_CLEANUP_INTERVAL) < 0) {
            throw new ParameterException(spec.commandLine(), "--cleanup-interval must be at least 1s");
        }
        if (retention != null && retention.compareTo(ExpirySweep.SHORTEST_RETENTION) < 0) {
            throw new ParameterException(spec.commandLine(), "--retention must be at least 1m");
        }
        HttpSettings http = new HttpSettings(host, port, maxBody, corsOrigins, DRAIN_TIME);
        ExpiryPolicy policy = expiry.policy();
        if (touchInterval.compareTo(SessionRules.longestTouchInterval(policy)) > 0) {
            throw new ParameterException(spec.commandLine(),
                    "--touch-interval must be at most half of --expire-timeout, or sessions in use could expire");
        }
        SessionRules rules = new SessionRules(policy, maxPageSize, touchInterval, touchOnGet, idempotencyWindow);
        return new ServiceSettings(store.settings(), http, rules, cleanupInterval, retention);
    }

    private void requireLoopbackOrConsent() throws IOException {
        if (host.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--host must not be empty");
        }
        try {
            if (!insecureNoAuth && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new ParameterException(spec.commandLine(), "--host " + host + " would let other machines call the"
                        + " service without authentication; if that is what you want, add --insecure-no-auth");
            }
        } catch (UnknownHostException unknown) {
            throw new IOException("Cannot listen on " + host + ": unknown host", unknown);
        }
    }

    private void stop(RunningService service, CountDownLatch stopped) {
        try {
            service.close();
            say("Stopped.");
        } finally {
            stopped.countDown();
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
