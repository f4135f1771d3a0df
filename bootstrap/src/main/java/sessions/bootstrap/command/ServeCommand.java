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
import sessions.bootstrap.configuration.SecretFilePermissions;
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

/** Runs the service in the foreground until it is stopped. */
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
        rejectUnauthenticatedExposure();
        options.plaintextWarnings().forEach(this::warn);
        SecretFilePermissions.warnings(spec.commandLine(), defaults).forEach(this::warn);
        Logging.suppress();
        if (options.log().isJson()) {
            Logging.useJson();
        }
        Authenticator authenticator = settings.access().authenticator(InstantSource.system());
        RunningService service = RunningService.start(settings, InstantSource.system(), authenticator);
        FileReloader reloader = reloader(service, authenticator);
        BufferedAccessLogAppender accessLog = Logging.batchAccessLog();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, reloader, accessLog, stopped), "shutdown"));
        Logging.setLevel(root.logLevel());
        Logging.enableAuditLog();
        String address = HostNames.url(settings.http().server(), service.port());
        printLine("Sessions " + ProgramVersion.text() + " listens on " + address);
        service.apis().seneca().addresses(address).forEach(each -> printLine("Seneca: " + each));
        printGrpcAddress(settings.http().server(), service.apis().grpcPort());
        printLine("Access: " + settings.access().describe(HostNames.isLoopback(settings.http().server().host())));
        printLine("Store: " + Stores.describe(settings.store()));
        reloader.start();
        stopped.await();
        return ExitCode.OK;
    }

    /** Returns a reloader for API keys and certificates in files; values on the command line are fixed. */
    private FileReloader reloader(RunningService service, Authenticator authenticator) throws IOException {
        FileReloader reloader = new FileReloader();
        OptionSpec keys = spec.findOption(AccessOptions.KEYS);
        if (authenticator instanceof ApiKeyAuthenticator keyRing
                && !spec.commandLine().getParseResult().hasMatchedOption(keys)) {
            reloader.watch("API keys", () -> defaults.reread(keys).map(SettingValue::text).orElse(""),
                    text -> keyRing.replace(AccessSettings.keys(text)));
        }
        if (options.tls().isOn()) {
            reloader.watch("Certificates", () -> Objects.requireNonNull(options.tls().read()), service::replace);
        }
        return reloader;
    }

    private void printGrpcAddress(ServerSettings http, @Nullable Integer port) {
        if (port != null) {
            printLine("gRPC: " + HostNames.inUrl(http.host()) + ":" + port
                    + (http.tls() == null ? " (plaintext)" : " (TLS)"));
        }
    }

    /**
     * Returns the settings that the options describe.
     *
     * @throws IOException if a file that they name cannot be read
     */
    public ServiceSettings settings() throws IOException {
        InvalidSettingsException.unlessEmpty(spec.commandLine(), options.problems());
        return options.settings();
    }

    private void rejectUnauthenticatedExposure() throws IOException {
        options.exposureProblem().ifPresent(exposure -> {
            throw new ParameterException(spec.commandLine(), exposure);
        });
    }

    private void stop(RunningService service, FileReloader reloader, BufferedAccessLogAppender accessLog,
            CountDownLatch stopped) {
        reloader.close();
        try (accessLog) {
            service.close();
            printLine("Stopped.");
        } finally {
            stopped.countDown();
        }
    }

    private void warn(String warning) {
        root.err().println("sessions: " + warning);
    }

    private void printLine(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
