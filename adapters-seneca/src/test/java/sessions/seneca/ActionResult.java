package sessions.seneca;

import org.jspecify.annotations.Nullable;
import sessions.wire.command.MessageMembers;

/**
 * A reply as a Seneca client understands it.
 *
 * @param result the result as JSON text; null if there is none
 * @param error the members of the error; null if there is none
 */
record ActionResult(@Nullable String result, @Nullable MessageMembers error) {

    /** Returns a text member of the error; null if there is no error. */
    @Nullable
    String errorText(String name) {
        return error == null ? null : error.text(name);
    }
}
