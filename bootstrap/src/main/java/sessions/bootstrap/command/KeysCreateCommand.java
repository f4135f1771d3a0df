package sessions.bootstrap.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.options.RoleConverter;
import sessions.domain.access.Role;
import sessions.shell.DurationConverter;
import sessions.shell.ExitCode;

/** Creates an API key. Needs no service: the operator adds a line to the service's configuration. */
@Command(name = "create", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Create an API key. Print it, and the line to add to access-keys.",
        "The key is shown once and not stored; the line contains only its SHA-256."})
public final class KeysCreateCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--role", paramLabel = "ROLE", required = true, converter = RoleConverter.class,
            description = "reader (gets sessions by id), writer (also opens, changes and closes sessions, and lists"
                    + " one user's) or admin.")
    private Role role = Role.READER;

    @Option(names = "--name", paramLabel = "NAME", required = true,
            description = "Name of the key's holder, for logs: letters, digits, dots, hyphens and underscores.")
    private String name = "";

    @Option(names = "--expires", paramLabel = "TIME", converter = DurationConverter.class,
            description = "How long the key is valid, such as 90d (default: forever).")
    private @Nullable Duration expires;

    public KeysCreateCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant expiry = expires == null ? null : clock.instant().plus(expires).truncatedTo(ChronoUnit.SECONDS);
        IssuedApiKey issued = issue(expiry);
        printLine(spec.commandLine().getErr(), "API key for " + name + " (shown only once):");
        printLine(spec.commandLine().getOut(), issued.secret());
        printLine(spec.commandLine().getErr(), "Line to add to access-keys, or to the file named by access-keys-file:");
        printLine(spec.commandLine().getOut(), issued.key().line());
        return ExitCode.OK;
    }

    private IssuedApiKey issue(@Nullable Instant expiry) {
        try {
            return IssuedApiKey.create(name, role, expiry);
        } catch (IllegalArgumentException noName) {
            throw new ParameterException(spec.commandLine(), "--name: " + noName.getMessage(), noName);
        }
    }

    /** Flushes each line, so that both streams stay in order on a terminal. */
    private static void printLine(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
