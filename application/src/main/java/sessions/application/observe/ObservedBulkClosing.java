package sessions.application.observe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;

/** Reports calls about bulk closing. */
record ObservedBulkClosing(BulkClosing port, StoreCalls calls) implements BulkClosing {

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return calls.observed("close_expired", () -> port.closeExpired(now, limit));
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        return calls.observed("close_matching", () -> port.closeMatching(filter, now, after, limit));
    }
}
