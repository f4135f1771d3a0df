package sessions.seneca.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.transport.CorrelationId;
import sessions.wire.command.MessageMembers;

/**
 * What a message asks for.
 *
 * @param command one of the contract's
 * @param arguments without what names the command, and without what Seneca adds
 */
record SenecaAction(String command, MessageMembers arguments) {

    static final String ROLE = "sessions";
    static final String VERSION = "1";

    private static final Set<String> NAMING = Set.of("role", "version", "cmd", CorrelationId.NAME);

    /** Seneca's own members end so, such as {@code custom$}. */
    private static final String OF_SENECA = "$";

    /**
     * Reads a message.
     *
     * @param commands those that there are
     * @throws sessions.domain.error.InvalidDataException where a member that names the command is of another type
     * @throws UnknownActionException where it asks for something else
     */
    static SenecaAction of(MessageMembers message, Set<String> commands) {
        String command = message.text("cmd");
        if (!ROLE.equals(message.text("role")) || !isOurs(message.json("version")) || command == null
                || !commands.contains(command)) {
            throw new UnknownActionException(commands);
        }
        return new SenecaAction(command,
                message.without(name -> NAMING.contains(name) || name.endsWith(OF_SENECA)));
    }

    /** Patterns of Seneca match the number and the text alike. */
    private static boolean isOurs(@Nullable String version) {
        return version == null || version.equals(VERSION) || version.equals('"' + VERSION + '"');
    }
}
