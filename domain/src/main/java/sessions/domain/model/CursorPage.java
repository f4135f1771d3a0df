package sessions.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of sessions, newest first by open time and then id. Sessions have no content, except in an export.
 *
 * @param sessions the sessions of this page
 * @param next where the next page starts, or null if this is the last
 * @param total the number of all matching sessions, or null if it was not requested
 */
public record CursorPage(List<SessionV1> sessions, @Nullable SessionCursor next, @Nullable Long total) {

    public CursorPage {
        sessions = List.copyOf(sessions);
    }
}
