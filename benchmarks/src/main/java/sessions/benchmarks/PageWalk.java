package sessions.benchmarks;

import java.util.ArrayList;
import java.util.List;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driving.SessionResources;

/** Walks through a list by cursor: each page begins where the one before ended. */
final class PageWalk {

    static final int PAGE_SIZE = 100;

    private static final CursorPaging START = new CursorPaging(null, PAGE_SIZE, false);

    private final SessionResources resources;
    private final SessionFilter filter;

    PageWalk(SessionResources resources, SessionFilter filter) {
        this.resources = resources;
        this.filter = filter;
    }

    /**
     * Walks through the whole list and answers where each page begins.
     *
     * @param sessions how many must be met
     */
    List<CursorPaging> whole(int sessions) {
        List<CursorPaging> starts = new ArrayList<>();
        CursorPaging start = START;
        int met = 0;
        while (true) {
            CursorPage page = page(start);
            starts.add(start);
            met += page.sessions().size();
            SessionCursor next = page.next();
            if (next == null) {
                break;
            }
            start = behind(next);
        }
        if (met != sessions) {
            throw new IllegalStateException("met " + met + " sessions of " + sessions);
        }
        return starts;
    }

    /**
     * Walks through some pages.
     *
     * @param pages how many at the most
     * @return how long it took, in nanoseconds
     */
    long some(CursorPaging start, int pages) {
        long began = System.nanoTime();
        SessionCursor next = page(start).next();
        for (int walked = 1; walked < pages && next != null; walked++) {
            next = page(behind(next)).next();
        }
        return System.nanoTime() - began;
    }

    private CursorPage page(CursorPaging paging) {
        return resources.listSessions("benchmark", filter, paging);
    }

    private static CursorPaging behind(SessionCursor cursor) {
        return new CursorPaging(cursor, PAGE_SIZE, false);
    }
}
