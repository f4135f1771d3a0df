package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.IdempotencyRecords;

/**
 * Opens sessions with idempotency records. Session and record are added in one transaction, so that neither is ever
 * visible without the other.
 */
final class SqlIdempotencyRecords implements IdempotencyRecords {

    /**
     * Retries if the record that blocked the insert is gone or expired when it is read. If that happens this often,
     * something is wrong.
     */
    private static final int ATTEMPTS = 10;

    private final SqlDatabase database;
    private final IdempotencySql rows;

    SqlIdempotencyRecords(SqlDatabase database) {
        this.database = database;
        this.rows = new IdempotencySql(database.dialect());
    }

    /** Always waits until the result is durable, because an existing record may not be durable yet. */
    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        return database.writeRow("open a session", record.key(),
                handle -> handle.inTransaction(transaction -> insertOnce(transaction, session, record, now)));
    }

    private Optional<IdempotencyRecord> insertOnce(Handle handle, SessionV1 session, IdempotencyRecord record,
            Instant now) {
        Optional<IdempotencyRecord> present = record(handle, record, now);
        if (present.isEmpty()) {
            handle.createUpdate(SessionRow.INSERT).bindMap(SessionRow.parameters(session)).execute();
        }
        return present;
    }

    /** Adds a record, or returns the existing one that has not expired. */
    private Optional<IdempotencyRecord> record(Handle handle, IdempotencyRecord record, Instant now) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (rows.insert(handle, record)) {
                return Optional.empty();
            }
            Optional<IdempotencyRecord> present = rows.find(handle, record.key());
            if (present.isPresent() && !present.get().isExpired(now)) {
                return present;
            }
            rows.deleteIfExpired(handle, record.key(), now);
        }
        throw new StoreFailedException("The store could not open a session", new IllegalStateException(
                "an idempotency record blocked the insert but was missing or expired, " + ATTEMPTS + " times"));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return BoundedDelete.run(limit, wanted -> findExpired(now, wanted), keys -> delete(keys, now));
    }

    private List<String> findExpired(Instant now, int limit) {
        return database.read("find expired idempotency records", handle -> rows.findExpired(handle, now, limit));
    }

    private int delete(List<String> keys, Instant now) {
        return database.writeRows("remove expired idempotency records",
                handle -> rows.deleteExpired(handle, keys, now));
    }
}
