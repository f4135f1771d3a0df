package sessions.persistence.memory;

import java.io.OutputStream;
import java.util.function.Consumer;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.SessionId;
import sessions.domain.port.driven.BulkClosing;
import sessions.domain.port.driven.BulkRemoval;
import sessions.domain.port.driven.HourlyCounts;
import sessions.domain.port.driven.SessionCopies;
import sessions.domain.port.driven.SessionLists;
import sessions.domain.port.driven.SessionRecords;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProvider;

/**
 * Stores sessions in memory, for tests and demos: they are lost when the process ends. Opening, reading, changing and
 * listing by user cost the same regardless of the number of sessions.
 */
public final class MemorySessionStore implements SessionStore {

    private final SessionTable table;
    private final MemoryIdempotencyRecords idempotency;
    private final MemoryRecords records;
    private final MemoryLists lists;
    private final MemoryBulkClosing closing;
    private final MemoryBulkRemoval removal;
    private final MemoryHourlyCounts hours;
    private final MemoryCopies copies;

    public MemorySessionStore() {
        this(_ -> {
        }, _ -> {
        });
    }

    /**
     * A store that reports its changes.
     *
     * @param changedSession receives the id of every session that is added, changed or removed
     * @param changedRecord receives the key of every idempotency record that is added or removed
     */
    MemorySessionStore(Consumer<SessionId> changedSession, Consumer<String> changedRecord) {
        table = new SessionTable(changedSession);
        idempotency = new MemoryIdempotencyRecords(table, changedRecord);
        records = new MemoryRecords(table);
        lists = new MemoryLists(table);
        closing = new MemoryBulkClosing(table);
        removal = new MemoryBulkRemoval(table);
        hours = new MemoryHourlyCounts(table);
        copies = new MemoryCopies(table);
    }

    SessionTable table() {
        return table;
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
    public MemoryIdempotencyRecords idempotency() {
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
    public void backUp(OutputStream out) {
        throw new NotSupportedException(StoreProvider.NO_BACKUP_IN_MEMORY);
    }

    @Override
    public void close() {
        // Holds no resources.
    }
}
