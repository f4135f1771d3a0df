package sessions.wire.command;

import org.jspecify.annotations.Nullable;

/**
 * The result of a command.
 *
 * @param json the result as JSON text; null if the session does not exist, or if the command has no result
 * @param version the version of the session in the result, or null if it is not a single session
 */
public record CommandResult(@Nullable String json, @Nullable Long version) {

    static final CommandResult NONE = new CommandResult(null, null);
}
