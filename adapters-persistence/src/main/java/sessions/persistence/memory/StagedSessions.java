package sessions.persistence.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/**
 * Sessions in memory that change in two steps: changes are made on {@link #staged()}, where no reader sees them, and are then
 * {@linkplain #publish() published} or {@linkplain #discard() discarded} together. For stores that must write a change before any
 * reader may see it.
 *
 * <p>Any thread may read what is visible; everything else is for one thread.
 */
public final class StagedSessions {

    private final Set<SessionId> changedSessions = new HashSet<>();
    private final Set<String> changedRecords = new HashSet<>();
    private final MemorySessionStore staged = new MemorySessionStore(changedSessions::add, changedRecords::add);
    private final MemorySessionStore visible = new MemorySessionStore();

    /** Adds a session that is visible at once; for the start. */
    public void load(SessionV1 session) {
        staged.table().put(session.id(), session);
        publish();
    }

    /** Adds an idempotency record likewise. */
    public void load(IdempotencyRecord record) {
        staged.idempotency().put(record.key(), record);
        visible.idempotency().put(record.key(), record);
    }

    /** Where changes are made, one after the other. */
    public SessionStore staged() {
        return staged;
    }

    /** What readers see; not to be changed. */
    public SessionStore visible() {
        return visible;
    }

    /** Whether anything is staged that is not visible. */
    public boolean isChanged() {
        return !changedSessions.isEmpty() || !changedRecords.isEmpty();
    }

    /** Every staged session as it was last changed, oldest first. */
    public Stream<SessionV1> sessions() {
        return staged.table().oldestFirst();
    }

    /** Every staged idempotency record. */
    public Stream<IdempotencyRecord> records() {
        return staged.idempotency().all();
    }

    /** Whether a session is staged. */
    public boolean contains(SessionId id) {
        return staged.table().get(id) != null;
    }

    /** Makes visible what is staged. */
    public void publish() {
        copy(staged, visible);
    }

    /** Undoes what is staged and not visible. */
    public void discard() {
        copy(visible, staged);
    }

    /** Putting into the staged ones reports ids again, but none that is not in the sets. */
    private void copy(MemorySessionStore from, MemorySessionStore to) {
        changedSessions.forEach(id -> to.table().put(id, from.table().get(id)));
        changedRecords.forEach(key -> to.idempotency().put(key, from.idempotency().get(key)));
        changedSessions.clear();
        changedRecords.clear();
    }
}
