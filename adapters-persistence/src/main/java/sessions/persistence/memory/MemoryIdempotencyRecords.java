package sessions.persistence.memory;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.IdempotencyRecords;

/** Idempotency records in memory, by key. */
final class MemoryIdempotencyRecords implements IdempotencyRecords {

    private final ConcurrentMap<String, IdempotencyRecord> records = new ConcurrentHashMap<>();
    private final SessionTable table;
    private final Consumer<String> changed;

    /** @param changed receives the key of every record that is added or removed */
    MemoryIdempotencyRecords(SessionTable table, Consumer<String> changed) {
        this.table = table;
        this.changed = changed;
    }

    /** Other callers that open with the same key at the same time wait. */
    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        AtomicReference<@Nullable IdempotencyRecord> existing = new AtomicReference<>();
        records.compute(record.key(), (key, present) -> {
            if (present != null && !present.isExpired(now)) {
                existing.set(present);
                return present;
            }
            table.insert(session);
            changed.accept(key);
            return record;
        });
        return Optional.ofNullable(existing.get());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        int removed = 0;
        for (Iterator<IdempotencyRecord> all = records.values().iterator(); all.hasNext() && removed < limit;) {
            IdempotencyRecord record = all.next();
            if (record.isExpired(now) && records.remove(record.key(), record)) {
                changed.accept(record.key());
                removed++;
            }
        }
        return removed;
    }

    Stream<IdempotencyRecord> all() {
        return records.values().stream();
    }

    @Nullable
    IdempotencyRecord get(String key) {
        return records.get(key);
    }

    /** Sets a record, replacing any previous one; null removes it. */
    void put(String key, @Nullable IdempotencyRecord record) {
        if (record == null) {
            records.remove(key);
        } else {
            records.put(key, record);
        }
    }
}
