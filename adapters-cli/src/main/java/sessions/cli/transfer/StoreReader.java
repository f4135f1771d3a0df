package sessions.cli.transfer;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;

/** Reads all sessions of a store, newest first. */
final class StoreReader {

    /** Small enough to fit in memory even if each session has the maximum content. */
    private static final int PAGE_SIZE = 50;

    private StoreReader() {
    }

    /**
     * Passes the sessions to the visitor page by page.
     *
     * @param after the position after which to start, or null for the beginning
     */
    static void forEachPage(SessionTransfer store, @Nullable SessionCursor after, SessionBatch.Work visitor)
            throws IOException {
        SessionCursor place = after;
        List<SessionV1> page;
        do {
            page = store.read(place, PAGE_SIZE);
            visitor.process(page);
            place = page.isEmpty() ? place : SessionCursor.at(page.getLast());
        } while (page.size() == PAGE_SIZE);
    }
}
