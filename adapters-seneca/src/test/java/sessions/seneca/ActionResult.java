package sessions.seneca;

import org.jspecify.annotations.Nullable;
import sessions.wire.command.MessageMembers;

/**
 * What a client of Seneca takes a reply for.
 *
 * @param result as JSON text, null where there is none
 * @param error its members, or null where there is none
 */
record ActionResult(@Nullable String result, @Nullable MessageMembers error) {

    /** A member of the error that is a text. */
    @Nullable
    String errorText(String name) {
        return error == null ? null : error.text(name);
    }
}
