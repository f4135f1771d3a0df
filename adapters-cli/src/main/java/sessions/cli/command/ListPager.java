package sessions.cli.command;

import java.util.List;
import java.util.function.Predicate;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/** Walks through a list of sessions, part by part and holding on to one part only. */
final class ListPager {

    /** What to ask for at a time; a service may answer fewer. */
    private static final int PART = 1000;

    private final SessionResources sessions;
    private final String correlationId;
    private final SessionFilter filter;

    ListPager(SessionResources sessions, String correlationId, SessionFilter filter) {
        this.sessions = sessions;
        this.correlationId = correlationId;
        this.filter = filter;
    }

    /**
     * Shows parts of the list until there are no more, the limit is reached or the visitor has had enough.
     *
     * @param limit how many sessions to show at the most
     * @param visitor takes a part; false to end the walk
     * @return whether there are more sessions than were shown
     */
    boolean run(long limit, Predicate<List<SessionV1>> visitor) {
        SessionCursor after = null;
        long left = limit;
        do {
            CursorPage part = sessions.listSessions(correlationId, filter,
                    new CursorPaging(after, (int) Math.min(PART, left), false));
            left -= part.sessions().size();
            after = part.next();
            if (!visitor.test(part.sessions())) {
                return true;
            }
        } while (after != null && left > 0);
        return after != null;
    }
}
