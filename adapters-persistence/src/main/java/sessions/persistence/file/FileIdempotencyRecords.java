package sessions.persistence.file;

import java.time.Instant;
import java.util.Optional;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.IdempotencyRecords;

/** Idempotency records in a flat file. */
record FileIdempotencyRecords(FileChanges changes) implements IdempotencyRecords {

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        return changes.change(staged -> staged.idempotency().insertOnce(session, record, now));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return changes.change(staged -> staged.idempotency().removeExpired(now, limit));
    }
}
