package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.ClosedBatch;
import sessions.domain.InvalidDataException;
import sessions.domain.SessionAdmin;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionStore;
import sessions.domain.Violation;

/** Operations on many sessions of a store, in bounded batches, at the clock's time. */
final class SessionAdminService implements SessionAdmin {

    private static final int BATCH = 500;

    private final SessionStore store;
    private final InstantSource clock;

    SessionAdminService(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        SessionFilter active = activeOnly(filter);
        Instant now = clock.instant();
        long closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch batch = store.closeMatching(active, now, after, BATCH);
            closed += batch.closed();
            after = batch.next();
        } while (after != null);
        return closed;
    }

    @Override
    public ClosedBatch closeSomeSessions(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        return store.closeMatching(activeOnly(filter), clock.instant(), after, Math.min(limit, BATCH));
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return store.count(activeOnly(filter), clock.instant());
    }

    private static SessionFilter activeOnly(SessionFilter filter) {
        if (filter.isUnrestricted()) {
            throw new InvalidDataException(List.of(new Violation("filter",
                    "must restrict by something, such as user_id; for all sessions, give opened_to")));
        }
        return filter.withActive(true);
    }
}
