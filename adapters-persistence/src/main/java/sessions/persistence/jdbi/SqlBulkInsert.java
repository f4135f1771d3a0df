package sessions.persistence.jdbi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.SessionV1;

/** Adds many sessions at once. */
final class SqlBulkInsert {

    private static final String PRESENT = "select id from sessions where id = any(:keys)";

    /** Another instance may add the same meanwhile, which H2 tells by a failure. */
    private static final int ATTEMPTS = 10;

    private final SqlDatabase database;
    private final String insert;

    SqlBulkInsert(SqlDatabase database) {
        this.database = database;
        this.insert = database.dialect().insertUnlessThere(SessionRow.INSERT);
    }

    /** Adds those sessions that are not there, and answers how many. */
    int insertMissing(List<SessionV1> sessions) {
        for (int attempt = 1;; attempt++) {
            try {
                return database.writeTogether("add sessions", handle -> insertMissing(handle, sessions));
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
