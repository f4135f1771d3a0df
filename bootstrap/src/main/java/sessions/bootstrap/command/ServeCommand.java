package sessions.bootstrap.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.bootstrap.configuration.ConfiguredDefaults;
import sessions.bootstrap.configuration.SettingValue;
import sessions.bootstrap.logging.BufferedAccessLogAppender;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.options.AccessOptions;
import sessions.bootstrap.options.ServiceOptions;
import sessions.bootstrap.service.FileReloader;
import sessions.bootstrap.service.ProgramVersion;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.AccessSettings;
import sessions.bootstrap.settings.HostNames;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.bootstrap.store.Stores;
import sessions.domain.access.Authenticator;
import sessions.shell.ExitCode;
import sessions.shell.InvalidSettingsException;
import sessions.transport.ServerSettings;

/** Runs the service in the foreground until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, abbreviateSynopsis = true,
        description = "Run the service until Ctrl-C or SIGTERM.")
public final class ServeCommand implements Callable<Integer> {

    private final SessionsCommand root;
    private final ConfiguredDefaults defaults;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    public ServeCommand(SessionsCommand root, ConfiguredDefaults defaults) {
        this.root = root;
        this.defaults = defaults;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceSettings settings = settings();
        defaults.warnings().forEach(this::warn);
        requireLoopbackOrConsent();
        options.plaintext().forEach(this::warn);
        Logging.quiet();
        if (options.log().isJson()) {
            Logging.json();
        }
        Authenticator authenticator = settings.access().authenticator(InstantSource.system());
        RunningService service = RunningService.start(settings, InstantSource.system(), authenticator);
        FileReloader reloading = reloading(service, authenticator);
        BufferedAccessLogAppender lines = Logging.access();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, reloading, lines, stopped), "shutdown"));
        Logging.verbose(root.logLevel());
        Logging.audited();
        String address = HostNames.url(settings.http().server(), service.port());
        say("Sessions " + ProgramVersion.text() + " listens on " + address);
        service.apis().seneca().addresses(address).forEach(each -> say("Seneca: " + each));
        sayGrpc(settings.http().server(), service.apis().grpcPort());
        say("Store: " + Stores.describe(settings.store()));
        reloading.start();
        stopped.await();
        return ExitCode.OK;
    }

    /** What may change while the service runs: not what the command line itself gives. */
    private FileReloader reloading(RunningService service, Authenticator authenticator) throws IOException {
        FileReloader reloading = new FileReloader();
        OptionSpec keys = spec.findOption(AccessOptions.KEYS);
        if (authenticator instanceof ApiKeyAuthenticator ring
                && !spec.commandLine().getParseResult().hasMatchedOption(keys)) {
            reloading.watch("API keys", () -> defaults.findAgain(keys).map(SettingValue::text).orElse(""),
                    text -> ring.replace(AccessSettings.keys(text)));
        }
        if (options.tls().isOn()) {
            reloading.watch("Certificates", () -> Objects.requireNonNull(options.tls().read()), service::replace);
        }
        return reloading;
    }

    private void sayGrpc(ServerSettings http, @Nullable Integer port) {
        if (port != null) {
            say("gRPC: " + HostNames.inUrl(http.host()) + ":" + port
                    + (http.tls() == null ? " (plaintext)" : " (TLS)"));
        }
    }

    /**
     * What the options ask for.
     *
     * @throws IOException where a file that they name cannot be read
     */
    public ServiceSettings settings() throws IOException {
        InvalidSettingsException.unlessEmpty(spec.commandLine(), options.problems());
        return options.settings();
    }

    private void requireLoopbackOrConsent() throws IOException {
        options.exposure().ifPresent(exposure -> {
            throw new ParameterException(spec.commandLine(), exposure);
        });
    }

    private void stop(RunningService service, FileReloader reloading, BufferedAccessLogAppender lines,
            CountDownLatch stopped) {
        reloading.close();
        try (lines) {
            service.close();
            say("Stopped.");
        } finally {
            stopped.countDown();
        }
    }

    private void warn(String warning) {
        root.err().println("sessions: " + warning);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
