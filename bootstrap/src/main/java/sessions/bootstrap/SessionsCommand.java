package sessions.bootstrap;

import ch.qos.logback.classic.Level;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import sessions.application.SessionRules;
import sessions.application.SessionsService;
import sessions.cli.SessionsSource;
import sessions.domain.ExpiryPolicy;
import sessions.domain.ISessionsV1;
import sessions.domain.SessionStore;

/** The root of the command line. What it declares holds for every command: which store, and how much to log. */
@Command(name = "sessions", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "User sessions: serve them over HTTP, or look into the store.", footer = {
                "", "Each option can also be set in the environment: --store as SESSIONS_STORE, and so on."})
final class SessionsCommand implements Runnable, SessionsSource {

    /** Admins page by what they ask for, not by the limit that protects the service. */
    private static final int ADMIN_PAGE_SIZE = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", paramLabel = "URL", scope = ScopeType.INHERIT,
            defaultValue = "jdbc:h2:file:./data/sessions", description = {
                    "Where sessions are kept (default: ${DEFAULT-VALUE}):", "jdbc:h2:file:PATH, jdbc:h2:mem:NAME,",
                    "jdbc:postgresql://HOST/DATABASE or memory:"})
    private String storeUrl = "";

    @Option(names = "--store-user", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Database user.")
    private @Nullable String storeUser;

    @Option(names = "--store-password", paramLabel = "PASSWORD", scope = ScopeType.INHERIT,
            description = "Its password; better set as SESSIONS_STORE_PASSWORD.")
    private @Nullable String storePassword;

    @Option(names = "--log-level", paramLabel = "LEVEL", scope = ScopeType.INHERIT, defaultValue = "info",
            converter = LogLevelConverter.class,
            description = "error, warn, info, debug or trace (default: ${DEFAULT-VALUE}).")
    private Level logLevel = Level.INFO;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    StoreSettings store() {
        return new StoreSettings(storeUrl, storeUser, storePassword);
    }

    Level logLevel() {
        return logLevel;
    }

    /**
     * A service straight on the store, for one admin command. A store that does not exist is an error, not a new one.
     */
    @Override
    public <T> T with(Function<ISessionsV1, T> work) {
        Logging.quiet();
        try (SessionStore store = Stores.open(store().existing())) {
            Logging.verbose(logLevel);
            SessionRules rules = new SessionRules(ExpiryPolicy.DEFAULT, ADMIN_PAGE_SIZE);
            return work.apply(new SessionsService(store, InstantSource.system(), rules));
        }
    }
}
