package sessions.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionText;

/**
 * A request to close all sessions that match.
 *
 * @param filter which sessions
 * @param dryRun whether to only count them
 */
public record ClosingJson(SessionFilter filter, boolean dryRun) {

    private static final String EXCEPT = "except";

    /**
     * Reads the body of such a request. A null would silently widen what is closed, so it is refused.
     *
     * @throws sessions.domain.InvalidDataException naming every member at fault, unknown ones too
     * @throws sessions.domain.InvalidJsonException where it is no JSON
     */
    public static ClosingJson read(byte[] body) {
        ArgumentReader members = ResourceBody.members(body);
        Supplier<SessionFilter> filter = ResourceFilter.read(members, members.text(SessionText.USER_ID), null);
        SessionId except = except(members);
        boolean dryRun = members.flag("dry_run");
        members.refuseNulls();
        members.refuseUnknown();
        members.throwIfInvalid();
        return new ClosingJson(filter.get().withExcept(except), dryRun);
    }

    private static @Nullable SessionId except(ArgumentReader members) {
        String text = members.text(EXCEPT);
        SessionId except = text == null ? null : SessionId.parse(text).orElse(null);
        if (text != null && except == null) {
            members.refuse(EXCEPT, "must be a session id of 32 lower-case hexadecimal digits");
        }
        return except;
    }
}
