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

/** The root of the command line. What it declares holds for every command: how much to log. */
@Command(name = "sessions", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, description = {
        "User sessions: serve them over HTTP, and look after them.",
        "All commands but serve talk to a running service, or with --direct to the store itself."}, //
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:done", "1:failed", "2:bad input",
                "3:no such session", "4:not allowed", "5:conflict", "6:service or store unavailable",
                "130:interrupted (Ctrl-C)", "143:told to stop (SIGTERM)"}, //
        footer = {"", "What is set for a deployment can also come from the environment or from a file:",
                "--store-user is SESSIONS_STORE_USER there, and store-user here. sessions config shows",
                "what holds."})
public final class SessionsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "File with settings; or name it in SESSIONS_CONFIG.")
    private @Nullable Path config;

    @Setting
    @Option(names = "--log-level", paramLabel = "LEVEL", scope = ScopeType.INHERIT, defaultValue = "info",
            converter = LogLevelConverter.class,
            description = "error, warn, info, debug or trace (default: ${DEFAULT-VALUE}).")
    private Level logLevel = Level.INFO;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    public Level logLevel() {
        return logLevel;
    }

    /** The file with settings that the command line names, or null. */
    public @Nullable Path config() {
        return config;
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
