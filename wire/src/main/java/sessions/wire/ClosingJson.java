package sessions.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionText;

/**
 * A request to close all sessions that match, or some of them.
 *
 * @param filter which sessions
 * @param dryRun whether to only count them; not for a step
 * @param step which of them now, or null for all
 */
public record ClosingJson(SessionFilter filter, boolean dryRun, @Nullable Step step) {

    private static final String EXCEPT = "except";
    private static final String DRY_RUN = "dry_run";
    private static final int MOST_IN_A_STEP = 10_000;

    /**
     * One step of closing.
     *
     * @param limit how many sessions at the most, 1 to 10,000
     * @param after where the step before said that this one goes on, or null for the first
     */
    public record Step(int limit, @Nullable SessionCursor after) {
    }

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
        boolean dryRun = members.flag(DRY_RUN);
        Step step = step(members, dryRun);
        members.refuseNulls();
        members.refuseUnknown();
        members.throwIfInvalid();
        return new ClosingJson(filter.get().withExcept(except), dryRun, step);
    }

    private static @Nullable SessionId except(ArgumentReader members) {
        String text = members.text(EXCEPT);
        SessionId except = text == null ? null : SessionId.parse(text).orElse(null);
        if (text != null && except == null) {
            members.refuse(EXCEPT, "must be a session id of 32 lower-case hexadecimal digits");
        }
        return except;
    }

    private static @Nullable Step step(ArgumentReader members, boolean dryRun) {
        Integer limit = CountReader.number(members, "limit", MOST_IN_A_STEP);
        SessionCursor after = CursorText.read(members);
        if (members.value("limit") == null && members.value(CursorText.FIELD) != null) {
            members.refuse(CursorText.FIELD, "can only be given together with limit");
        }
        if (members.value("limit") != null && dryRun) {
            members.refuse(DRY_RUN, "cannot be true together with limit: a step closes");
        }
        return limit == null ? null : new Step(limit, after);
    }
}
