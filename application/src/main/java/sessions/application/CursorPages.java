package sessions.application;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPage;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;

/** Cuts lists into pages. */
final class CursorPages {

    private CursorPages() {
    }

    /**
     * Returns a page of a list.
     *
     * @param limit the maximum number of sessions in the page
     * @param read reads the first sessions of the list, at most the given number
     * @param total the number of all matching sessions, or null if it was not requested
     */
    static CursorPage of(int limit, IntFunction<List<SessionV1>> read, @Nullable Long total) {
        // One more session shows whether there is a next page.
        List<SessionV1> found = read.apply(limit + 1);
        List<SessionV1> sessions = found.subList(0, Math.min(limit, found.size()));
        SessionCursor next = found.size() > limit ? SessionCursor.at(sessions.getLast()) : null;
        return new CursorPage(sessions, next, total);
    }
}
