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

/** Makes a key. It needs no service: what the service is told is a line of its configuration. */
@Command(name = "create", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Make an API key, and print it and the line that has the service accept it.",
        "The key is shown only now and kept nowhere; the line holds its SHA-256 only."})
public final class KeysCreateCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--role", paramLabel = "ROLE", required = true, converter = RoleConverter.class,
            description = "reader (gets sessions by id), writer (also opens, changes, closes, lists one user's) or admin.")
    private Role role = Role.READER;

    @Option(names = "--name", paramLabel = "NAME", required = true,
            description = "Who is to have it, for logs: letters, digits, dots, hyphens and underscores.")
    private String name = "";

    @Option(names = "--expires", paramLabel = "TIME", converter = DurationConverter.class,
            description = "How long it lets in, such as 90d (default: for ever).")
    private @Nullable Duration expires;

    public KeysCreateCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant expiry = expires == null ? null : clock.instant().plus(expires).truncatedTo(ChronoUnit.SECONDS);
        IssuedApiKey issued = issue(expiry);
        say(spec.commandLine().getErr(), "The key, for " + name + "; it is shown only now:");
        say(spec.commandLine().getOut(), issued.secret());
        say(spec.commandLine().getErr(), "The line for the service, in its access-keys or the file access-keys-file:");
        say(spec.commandLine().getOut(), issued.key().line());
        return ExitCode.OK;
    }

    private IssuedApiKey issue(@Nullable Instant expiry) {
        try {
            return IssuedApiKey.create(name, role, expiry);
        } catch (IllegalArgumentException noName) {
            throw new ParameterException(spec.commandLine(), "--name: " + noName.getMessage(), noName);
        }
    }

    /** At once, so that key and explanation stay in order on a terminal. */
    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
