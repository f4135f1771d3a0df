package sessions.bootstrap.command;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import sessions.bootstrap.options.LogLevelConverter;
import sessions.bootstrap.service.ProgramVersion;
import sessions.shell.Setting;

/** The root command. Every command inherits its options. */
@Command(name = "sessions", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, description = {
        "Run and administer the user-session service.",
        "Admin commands call a running service; with --direct they open the store themselves."}, //
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:done", "1:failed", "2:bad input",
                "3:no such session", "4:not allowed", "5:conflict",
                "6:service or store unavailable, or too many requests",
                "130:interrupted (Ctrl-C)", "143:terminated (SIGTERM)"}, //
        footer = {"", "Settings can also come from environment variables or a file:",
                "--store-user is the variable SESSIONS_STORE_USER and the key store-user.",
                "sessions config prints the settings in effect."})
public final class SessionsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Settings file. Can also be set as SESSIONS_CONFIG.")
    private @Nullable Path config;

    @Setting
    @Option(names = "--log-level", paramLabel = "LEVEL", scope = ScopeType.INHERIT, defaultValue = "info",
            converter = LogLevelConverter.class,
            description = "Log level: error, warn, info, debug or trace (default: ${DEFAULT-VALUE}).")
    private Level logLevel = Level.INFO;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    public Level logLevel() {
        return logLevel;
    }

    /** The settings file that the command line names, or null. */
    public @Nullable Path config() {
        return config;
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
