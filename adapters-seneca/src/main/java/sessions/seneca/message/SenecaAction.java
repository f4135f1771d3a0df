package sessions.seneca.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.transport.CorrelationId;
import sessions.wire.command.MessageMembers;

/**
 * The command that a message calls.
 *
 * @param command the name of one of the contract's commands
 * @param arguments the message without the members that name the command and without Seneca's own members
 */
record SenecaAction(String command, MessageMembers arguments) {

    static final String ROLE = "sessions";
    static final String VERSION = "1";

    private static final Set<String> PATTERN_MEMBERS = Set.of("role", "version", "cmd", CorrelationId.NAME);

    /** The suffix of Seneca's own members, such as {@code custom$}. */
    private static final String SENECA_SUFFIX = "$";

    /**
     * Reads a message.
     *
     * @param commands the names of all commands
     * @throws sessions.domain.error.InvalidDataException if a member that names the command has the wrong type
     * @throws UnknownActionException if the message calls none of the commands
     */
    static SenecaAction of(MessageMembers message, Set<String> commands) {
        String command = message.text("cmd");
        if (!ROLE.equals(message.text("role")) || !isSupported(message.json("version")) || command == null
                || !commands.contains(command)) {
            throw new UnknownActionException(commands);
        }
        return new SenecaAction(command,
                message.without(name -> PATTERN_MEMBERS.contains(name) || name.endsWith(SENECA_SUFFIX)));
    }

    /** Returns whether the version is supported. Seneca's patterns match {@code 1} and {@code "1"} alike. */
    private static boolean isSupported(@Nullable String version) {
        return version == null || version.equals(VERSION) || version.equals('"' + VERSION + '"');
    }
}
