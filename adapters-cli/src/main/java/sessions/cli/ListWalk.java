package sessions.cli;

import java.util.List;
import java.util.function.Predicate;
import sessions.domain.CursorPaging;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionResources;
import sessions.domain.SessionSlice;
import sessions.domain.SessionV1;

/** Walks through a list of sessions, part by part and holding on to one part only. */
final class ListWalk {

    /** What to ask for at a time; a service may answer fewer. */
    private static final int PART = 1000;

    private final SessionResources sessions;
    private final String correlationId;
    private final SessionFilter filter;

    ListWalk(SessionResources sessions, String correlationId, SessionFilter filter) {
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
            SessionSlice part = sessions.listSessions(correlationId, filter,
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
