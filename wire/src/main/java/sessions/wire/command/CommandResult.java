package sessions.wire.command;

import org.jspecify.annotations.Nullable;

/**
 * The result of a command.
 *
 * @param json the result as JSON text, or null for none: no such session, or a command without result
 * @param version the version of the session that the result is, or null where it is no single session
 */
public record CommandResult(@Nullable String json, @Nullable Long version) {

    static final CommandResult NONE = new CommandResult(null, null);
}
