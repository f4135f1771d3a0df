package sessions.cli.command;

import java.util.List;
import java.util.function.Predicate;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/** Reads a list of sessions page by page, and holds only one page at a time. */
final class ListPager {

    /** The page size to request; a service may return fewer sessions. */
    private static final int PAGE_SIZE = 1000;

    private final SessionResources sessions;
    private final String correlationId;
    private final SessionFilter filter;

    ListPager(SessionResources sessions, String correlationId, SessionFilter filter) {
        this.sessions = sessions;
        this.correlationId = correlationId;
        this.filter = filter;
    }

    /**
     * Passes pages to the visitor until the list ends, the limit is reached or the visitor returns false.
     *
     * @param limit the maximum number of sessions to pass
     * @param visitor takes a page; returns false to stop
     * @return whether there are more sessions than were passed
     */
    boolean forEachPage(long limit, Predicate<List<SessionV1>> visitor) {
        SessionCursor after = null;
        long remaining = limit;
        do {
            CursorPage page = sessions.listSessions(correlationId, filter,
                    new CursorPaging(after, (int) Math.min(PAGE_SIZE, remaining), false));
            remaining -= page.sessions().size();
            after = page.next();
            if (!visitor.test(page.sessions())) {
                return true;
            }
        } while (after != null && remaining > 0);
        return after != null;
    }
}
