package sessions.persistence.jdbi;

import java.io.IOException;
import java.io.OutputStream;
import sessions.domain.model.SessionId;
import sessions.domain.port.driven.ComposedStore;

/** Stores sessions in a SQL database. */
public final class JdbiSessionStore extends ComposedStore {

    private final SqlDatabase database;

    /** @param database closed with the store */
    public JdbiSessionStore(SqlDatabase database) {
        SqlLists lists = new SqlLists(database);
        super(new SqlRecords(database), lists, new SqlIdempotencyRecords(database), new SqlBulkClosing(database, lists),
                new SqlBulkRemoval(database), new SqlHourlyCounts(database), new SqlCopies(database, lists));
        this.database = database;
    }

    /** Also checks that a database which may turn read-only accepts changes: deletes a session that does not exist. */
    @Override
    public void check() {
        super.check();
        if (!database.dialect().mayTurnReadOnly()) {
            return;
        }
        int _ = database.write("be written", handle -> handle.createUpdate("delete from sessions where id = :id")
                .bind("id", SessionRow.uuid(SessionId.NONEXISTENT)).execute());
    }

    @Override
    public void backUp(OutputStream out) throws IOException {
        database.dialect().backUp(database, out);
    }

    @Override
    public void close() {
        database.close();
    }
}
