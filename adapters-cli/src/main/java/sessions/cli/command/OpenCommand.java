package sessions.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sessions.cli.option.ContentArgument;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.SessionView;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "open", mixinStandardHelpOptions = true, description = "Open a session and print it.")
public final class OpenCommand extends ServiceCommand {

    @Option(names = "--user", paramLabel = "ID", required = true, description = "The user's id.")
    private String userId = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "The user's name.")
    private @Nullable String userName;

    @Option(names = "--address", paramLabel = "TEXT", description = "The user's address, such as 192.0.2.7.")
    private @Nullable String address;

    @Option(names = "--client", paramLabel = "TEXT", description = "The user's client, such as web.")
    private @Nullable String client;

    @Option(names = "--user-content", paramLabel = "CONTENT",
            description = "Content about the user: " + ContentArgument.FORMS)
    private @Nullable String user;

    @Option(names = "--data", paramLabel = "CONTENT", description = "The session's data: " + ContentArgument.FORMS)
    private @Nullable String data;

    @Option(names = "--key", paramLabel = "KEY", converter = KeyConverter.class,
            description = "Idempotency key: repeated with the same key, the command opens only one session.")
    private @Nullable IdempotencyKey key;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public OpenCommand(Shell shell) {
        super(shell);
    }

    static final class KeyConverter implements ITypeConverter<IdempotencyKey> {
        @Override
        public IdempotencyKey convert(String text) {
            return IdempotencyKey.parse(text).orElseThrow(
                    () -> new TypeConversionException("a key " + IdempotencyKey.EXPECTED));
        }
    }

    @Override
    void check() {
        if ("-".equals(user) && "-".equals(data)) {
            throw rejected("--user-content and --data cannot both come from standard input");
        }
    }

    @Override
    int run(DrivingPorts ports) {
        SessionOpening opening = new SessionOpening(userId, userName, address, client, content(user), content(data));
        Optional<SessionV1> session = ports.resources().openSession(correlationId(), opening, key);
        if (session.isEmpty()) {
            printMessage("the session opened with this key has been deleted");
            return ExitCode.NOT_FOUND;
        }
        output.printItem(session.get(), SessionView.WHOLE, out(), shell());
        return ExitCode.OK;
    }

    /** Returns the content, or null if the argument is absent or JSON null. */
    private @Nullable Json content(@Nullable String argument) {
        Json content = argument == null ? null : ContentArgument.read(argument, shell());
        return content == null || content.isNull() ? null : content;
    }
}
