package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.SessionAdmin;

/** Closes active sessions that match a filter, in batches. */
record BulkClose(SessionStore store, InstantSource clock) {

    long closeAll(SessionFilter filter) {
        SessionFilter active = activeOnly(filter);
        Instant now = clock.instant();
        long closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch batch = store.closing().closeMatching(active, now, after, SessionAdmin.BATCH_SIZE);
            closed += batch.closed();
            after = batch.next();
        } while (after != null);
        return closed;
    }

    ClosedBatch closeBatch(SessionFilter filter, @Nullable SessionCursor after, int limit) {
        return store.closing().closeMatching(activeOnly(filter), clock.instant(), after, BatchSize.bounded(limit));
    }

    long count(SessionFilter filter) {
        return store.lists().count(activeOnly(filter), clock.instant());
    }

    private static SessionFilter activeOnly(SessionFilter filter) {
        if (filter.isUnrestricted()) {
            throw InvalidDataException.of("filter",
                    "must have a condition, such as user_id; to match all sessions, set opened_to");
        }
        return filter.withActive(true);
    }
}
