package sessions.application.observe;

import java.time.Instant;
import java.util.Optional;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.IdempotencyRecords;

/** Reports calls about idempotency records. */
record ObservedIdempotencyRecords(IdempotencyRecords port, StoreCalls calls) implements IdempotencyRecords {

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        return calls.observed("insert_once", () -> port.insertOnce(session, record, now));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        // The earlier name of the operation: dashboards and alerts select by it.
        return calls.observed("remove_forgotten_claims", () -> port.removeExpired(now, limit));
    }
}
