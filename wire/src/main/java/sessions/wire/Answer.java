package sessions.wire;

import org.jspecify.annotations.Nullable;

/**
 * The result of a command.
 *
 * @param json the result as JSON text, or null for none: no such session, or a command without result
 * @param version the version of the session that the result is, or null where it is no single session
 */
public record Answer(@Nullable String json, @Nullable Long version) {

    static final Answer NONE = new Answer(null, null);
}
