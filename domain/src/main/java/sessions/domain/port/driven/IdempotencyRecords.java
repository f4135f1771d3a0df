package sessions.domain.port.driven;

import java.time.Instant;
import java.util.Optional;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;

/** Opens sessions in a {@link SessionStore} once per idempotency key. */
public interface IdempotencyRecords {

    /**
     * Adds a new session together with its record, in one atomic step, unless there is a record with the same key.
     *
     * @return the existing record that has not expired by {@code now}, in which case nothing changed; empty if the
     *         session was added
     */
    Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now);

    /**
     * Removes some records that have expired by {@code now}.
     *
     * @param limit how many at most, positive
     * @return how many were removed; fewer than the limit if none are left
     */
    int removeExpired(Instant now, int limit);
}
