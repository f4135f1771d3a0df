package sessions.persistence.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import sessions.domain.model.IdempotencyRecord;

/** Statements on the table {@code opening_claims}, which holds idempotency records. */
public final class IdempotencySql {

    private static final String INSERT = """
            insert into opening_claims (request_key, request_hash, session_id, forgotten_at)
            values (:key, :hash, :session_id, :forgotten_at)""";
    private static final String SELECT = """
            select request_key, request_hash, session_id, forgotten_at from opening_claims where request_key = :key""";
    private static final String LIST = """
            select request_key, request_hash, session_id, forgotten_at from opening_claims where request_key > :key
            order by request_key limit :limit""";
    private static final String DELETE = "delete from opening_claims";
    private static final String EXPIRED = "forgotten_at <= :now";
    private static final String FIND_EXPIRED = "select request_key from opening_claims where " + EXPIRED
            + " order by forgotten_at limit :limit";

    private final String insert;
    private final String deleteExpired;

    public IdempotencySql(SqlDialect dialect) {
        insert = dialect.insertIfAbsent(INSERT);
        deleteExpired = dialect.changeInKeyOrder(DELETE, "opening_claims", "request_key", EXPIRED);
    }

    /**
     * Adds an idempotency record unless one with the same key exists. Waits if another transaction is adding one.
     * Returns whether it was added.
     */
    public boolean insert(Handle handle, IdempotencyRecord record) {
        try {
            return handle.createUpdate(insert).bind("key", record.key()).bind("hash", record.requestHash())
                    .bind("session_id", SessionRow.uuid(record.sessionId()))
                    .bind("forgotten_at", record.expiresAt().toEpochMilli()).execute() == 1;
        } catch (UnableToExecuteStatementException failed) {
            if (SqlErrors.isDuplicate(failed)) {
                return false;
            }
            throw failed;
        }
    }

    Optional<IdempotencyRecord> find(Handle handle, String key) {
        return handle.createQuery(SELECT).bind("key", key).map((row, _) -> read(row)).findOne();
    }

    /** Returns records ordered by key, after a key. */
    public List<IdempotencyRecord> listAfter(Handle handle, String key, int limit) {
        return handle.createQuery(LIST).bind("key", key).bind("limit", limit).map((row, _) -> read(row)).list();
    }

    void deleteIfExpired(Handle handle, String key, Instant now) {
        handle.createUpdate(DELETE + " where request_key = :key and " + EXPIRED).bind("key", key)
                .bind("now", now.toEpochMilli()).execute();
    }

    /** Returns the keys of expired records, longest expired first. */
    List<String> findExpired(Handle handle, Instant now, int limit) {
        return handle.createQuery(FIND_EXPIRED).bind("now", now.toEpochMilli()).bind("limit", limit)
                .mapTo(String.class).list();
    }

    /** Deletes the records with these keys that are expired, and returns how many. */
    int deleteExpired(Handle handle, List<String> keys, Instant now) {
        return handle.createUpdate(deleteExpired).bindArray("keys", String.class, keys)
                .bind("now", now.toEpochMilli()).execute();
    }

    private static IdempotencyRecord read(ResultSet row) throws SQLException {
        return new IdempotencyRecord(row.getString("request_key"), row.getString("request_hash"),
                SessionRow.id(row.getObject("session_id", UUID.class)),
                Instant.ofEpochMilli(row.getLong("forgotten_at")));
    }
}
