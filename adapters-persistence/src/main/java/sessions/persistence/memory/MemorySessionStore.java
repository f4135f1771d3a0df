package sessions.persistence.memory;

import java.io.OutputStream;
import java.util.function.Consumer;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.SessionId;
import sessions.domain.port.driven.ComposedStore;
import sessions.persistence.StoreProvider;

/**
 * Stores sessions in memory, for tests and demos: they are lost when the process ends. Opening, reading, changing and
 * listing by user cost the same regardless of the number of sessions.
 */
public final class MemorySessionStore extends ComposedStore {

    private final SessionTable table;
    private final MemoryIdempotencyRecords records;

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
        SessionTable table = new SessionTable(changedSession);
        MemoryIdempotencyRecords records = new MemoryIdempotencyRecords(table, changedRecord);
        super(new MemoryRecords(table), new MemoryLists(table), records, new MemoryBulkClosing(table),
                new MemoryBulkRemoval(table), new MemoryHourlyCounts(table), new MemoryCopies(table));
        this.table = table;
        this.records = records;
    }

    SessionTable table() {
        return table;
    }

    MemoryIdempotencyRecords records() {
        return records;
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
