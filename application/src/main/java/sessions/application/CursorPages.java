package sessions.application;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPage;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;

/** Cuts lists into parts. */
final class CursorPages {

    private CursorPages() {
    }

    /**
     * The part of a list with so many sessions at the most.
     *
     * @param read the first of the list, so many at the most
     * @param total how many match in all, or null where that was not asked for
     */
    static CursorPage of(int limit, IntFunction<List<SessionV1>> read, @Nullable Long total) {
        // One more tells whether there is a next part.
        List<SessionV1> found = read.apply(limit + 1);
        List<SessionV1> sessions = found.subList(0, Math.min(limit, found.size()));
        SessionCursor next = found.size() > limit ? SessionCursor.at(sessions.getLast()) : null;
        return new CursorPage(sessions, next, total);
    }
}
