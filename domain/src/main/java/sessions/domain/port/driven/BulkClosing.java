package sessions.domain.port.driven;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;

/** Closes many sessions in a {@link SessionStore}, in batches. Several instances can do so at once. */
public interface BulkClosing {

    /**
     * Closes some sessions that have expired by {@code now}. If several sweeps run at once, each session is closed by
     * one of them.
     *
     * @param limit how many at most, positive
     */
    SweptBatch closeExpired(Instant now, int limit);

    /**
     * Closes some matching sessions that are active as of {@code now}. A session stays open if it no longer matches
     * when it is about to be closed.
     *
     * @param after the cursor after which to look, or null for the start
     * @param limit how many at most, positive
     */
    ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit);
}
