package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionRecords;

/**
 * Reads and changes single sessions in a SQL database. A call that applies costs one statement and one round trip. Only
 * a change that did not apply reads the session afterwards, to find out why.
 */
final class SqlRecords implements SessionRecords {

    private static final String SELECT = "select " + SessionRow.COLUMNS + " from sessions where id = :id";

    /**
     * Retries if the statement did not match the session, but the session that is then read would match. If that
     * happens this often, something is wrong.
     */
    private static final int ATTEMPTS = 3;

    private final SqlDatabase database;

    SqlRecords(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public void insert(SessionV1 session) {
        database.write("open a session",
                handle -> handle.createUpdate(SessionRow.INSERT).bindMap(SessionRow.parameters(session)).execute());
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return database.read("read a session", handle -> select(handle, id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        ChangeSql sql = ChangeSql.of(id, change, expiry);
        return conditionally("change a session", id, database.dialect().returningChanged(sql.text()),
                sql.parameters(), present -> present.apply(change, expiry));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        ChangeSql sql = ChangeSql.delete(id, now, expectedVersion);
        ChangeOutcome outcome = conditionally("delete a session", id,
                database.dialect().returningDeleted(sql.text()), sql.parameters(),
                present -> present.deleted(now, expectedVersion));
        return outcome instanceof ChangeOutcome.Changed(SessionV1 deleted)
                ? new ChangeOutcome.Changed(deleted.asOf(now))
                : outcome;
    }

    /**
     * Runs a statement that returns the session if it applied; otherwise reads the session to find out why it did not.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     * @param meaning returns the outcome of the change for the session that was read
     */
    private ChangeOutcome conditionally(String doing, SessionId id, String statement, Map<String, Object> parameters,
            Function<SessionV1, ChangeOutcome> meaning) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<SessionV1> applied = database.writeRow(doing, id, handle -> handle.createQuery(statement)
                    .bindMap(parameters).map((row, _) -> SessionRow.read(row)).findOne());
            if (applied.isPresent()) {
                return new ChangeOutcome.Changed(applied.get());
            }
            Optional<SessionV1> present = database.read("read a session", handle -> select(handle, id));
            if (present.isEmpty()) {
                return new ChangeOutcome.Missing();
            }
            ChangeOutcome reason = meaning.apply(present.get());
            if (!(reason instanceof ChangeOutcome.Changed)) {
                return reason;
            }
        }
        throw new StoreFailedException("The store could not " + doing, new IllegalStateException(
                "a statement that should match matched nothing " + ATTEMPTS + " times"));
    }

    private static Optional<SessionV1> select(Handle handle, SessionId id) {
        return handle.createQuery(SELECT).bind("id", SessionRow.uuid(id)).map((row, _) -> SessionRow.read(row))
                .findOne();
    }
}
