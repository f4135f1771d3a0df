package sessions.persistence.jdbi;

import java.io.IOException;
import java.io.OutputStream;
import sessions.domain.port.driven.BulkClosing;
import sessions.domain.port.driven.BulkRemoval;
import sessions.domain.port.driven.HourlyCounts;
import sessions.domain.port.driven.IdempotencyRecords;
import sessions.domain.port.driven.SessionCopies;
import sessions.domain.port.driven.SessionLists;
import sessions.domain.port.driven.SessionRecords;
import sessions.domain.port.driven.SessionStore;

/** Stores sessions in a SQL database. */
public final class JdbiSessionStore implements SessionStore {

    private final SqlDatabase database;
    private final SqlRecords records;
    private final SqlLists lists;
    private final SqlIdempotencyRecords idempotency;
    private final SqlBulkClosing closing;
    private final SqlBulkRemoval removal;
    private final SqlHourlyCounts hours;
    private final SqlCopies copies;

    /** @param database closed with the store */
    public JdbiSessionStore(SqlDatabase database) {
        this.database = database;
        records = new SqlRecords(database);
        lists = new SqlLists(database);
        idempotency = new SqlIdempotencyRecords(database);
        closing = new SqlBulkClosing(database, lists);
        removal = new SqlBulkRemoval(database);
        hours = new SqlHourlyCounts(database);
        copies = new SqlCopies(database, lists);
    }

    @Override
    public SessionRecords sessions() {
        return records;
    }

    @Override
    public SessionLists lists() {
        return lists;
    }

    @Override
    public IdempotencyRecords idempotency() {
        return idempotency;
    }

    @Override
    public BulkClosing closing() {
        return closing;
    }

    @Override
    public BulkRemoval removal() {
        return removal;
    }

    @Override
    public HourlyCounts hours() {
        return hours;
    }

    @Override
    public SessionCopies copies() {
        return copies;
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
