package sessions.benchmarks;

import java.util.ArrayList;
import java.util.List;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driving.SessionResources;

/** Reads a list page by page with cursors. */
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
     * Reads the whole list and returns the paging of each page.
     *
     * @param sessions the expected number of sessions
     */
    List<CursorPaging> whole(int sessions) {
        List<CursorPaging> starts = new ArrayList<>();
        CursorPaging start = START;
        int found = 0;
        while (true) {
            CursorPage page = page(start);
            starts.add(start);
            found += page.sessions().size();
            SessionCursor next = page.next();
            if (next == null) {
                break;
            }
            start = after(next);
        }
        if (found != sessions) {
            throw new IllegalStateException("found " + found + " of " + sessions + " sessions");
        }
        return starts;
    }

    /**
     * Reads some pages.
     *
     * @param pages the maximum number of pages to read
     * @return the duration in nanoseconds
     */
    long some(CursorPaging start, int pages) {
        long began = System.nanoTime();
        SessionCursor next = page(start).next();
        for (int walked = 1; walked < pages && next != null; walked++) {
            next = page(after(next)).next();
        }
        return System.nanoTime() - began;
    }

    private CursorPage page(CursorPaging paging) {
        return resources.listSessions("benchmark", filter, paging);
    }

    private static CursorPaging after(SessionCursor cursor) {
        return new CursorPaging(cursor, PAGE_SIZE, false);
    }
}
