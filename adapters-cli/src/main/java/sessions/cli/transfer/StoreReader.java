package sessions.cli.transfer;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;

/** Walks through all sessions of a store, newest first. */
final class StoreReader {

    /** Few enough to be held together even where each has as much content as a service takes. */
    private static final int PART = 50;

    private StoreReader() {
    }

    /**
     * Shows the sessions part by part.
     *
     * @param after the place behind which to begin, or null for the start
     */
    static void run(SessionTransfer store, @Nullable SessionCursor after, SessionBatch.Work visitor)
            throws IOException {
        SessionCursor place = after;
        List<SessionV1> part;
        do {
            part = store.read(place, PART);
            visitor.on(part);
            place = part.isEmpty() ? place : SessionCursor.at(part.getLast());
        } while (part.size() == PART);
    }
}
