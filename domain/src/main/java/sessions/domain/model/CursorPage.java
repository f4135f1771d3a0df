package sessions.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list of sessions, newest first by open time and then id; without their content, unless it is an export.
 *
 * @param sessions the sessions of this part
 * @param next where the next part begins, or null where this is the last
 * @param total how many sessions match in all, or null where that was not asked for
 */
public record CursorPage(List<SessionV1> sessions, @Nullable SessionCursor next, @Nullable Long total) {

    public CursorPage {
        sessions = List.copyOf(sessions);
    }
}
