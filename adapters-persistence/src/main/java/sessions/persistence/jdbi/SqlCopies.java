package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionCopies;

/** Reads and adds complete sessions in a SQL database. */
final class SqlCopies implements SessionCopies {

    private static final String SELECT_ALL = "select " + SessionRow.COLUMNS + " from sessions where id = any(:keys)";
    private static final String PRESENT = "select id from sessions where id = any(:keys)";

    /** Retries if another instance adds the same session at the same time, because H2 then fails. */
    private static final int ATTEMPTS = 10;

    private final SqlDatabase database;
    private final SqlLists lists;
    private final String insert;

    SqlCopies(SqlDatabase database, SqlLists lists) {
        this.database = database;
        this.lists = lists;
        this.insert = database.dialect().insertIfAbsent(SessionRow.INSERT);
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return lists.after(after, SessionRow.COLUMNS, filter, now, limit, (row, _) -> SessionRow.read(row).asOf(now));
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        List<UUID> keys = ids.stream().map(SessionRow::uuid).toList();
        return database.read("read sessions", handle -> handle.createQuery(SELECT_ALL)
                .bindArray("keys", UUID.class, keys).map((row, _) -> SessionRow.read(row).asOf(now)).list());
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        for (int attempt = 1;; attempt++) {
            try {
                return database.writeRows("add sessions",
                        handle -> handle.inTransaction(transaction -> insertMissing(transaction, sessions)));
            } catch (StoreFailedException failed) {
                if (attempt == ATTEMPTS || !SqlErrors.isDuplicate(failed)) {
                    throw failed;
                }
            }
        }
    }

    private int insertMissing(Handle handle, List<SessionV1> sessions) {
        List<UUID> keys = sessions.stream().map(session -> SessionRow.uuid(session.id())).toList();
        Set<UUID> present = new HashSet<>(
                handle.createQuery(PRESENT).bindArray("keys", UUID.class, keys).mapTo(UUID.class).list());
        PreparedBatch batch = handle.prepareBatch(insert);
        sessions.stream().filter(session -> !present.contains(SessionRow.uuid(session.id())))
                .forEach(session -> batch.bindMap(SessionRow.parameters(session)).add());
        return Arrays.stream(batch.execute()).sum();
    }
}
