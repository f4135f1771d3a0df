package sessions.persistence.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/**
 * Sessions in memory that change in two steps: changes are made on {@link #staged()}, where no reader sees them, and
 * are then {@linkplain #publish() published} or {@linkplain #discard() discarded} together. For stores that must write
 * a change before any reader may see it.
 *
 * <p>Any thread may read the visible sessions; everything else is for one thread.
 */
public final class StagedSessions {

    private final Set<SessionId> changedSessions = new HashSet<>();
    private final Set<String> changedRecords = new HashSet<>();
    private final MemorySessionStore staged = new MemorySessionStore(changedSessions::add, changedRecords::add);
    private final MemorySessionStore visible = new MemorySessionStore();

    /** Adds a session that is visible at once. Used on startup. */
    public void load(SessionV1 session) {
        staged.table().put(session.id(), session);
        publish();
    }

    /** Adds an idempotency record that is visible at once. Used on startup. */
    public void load(IdempotencyRecord record) {
        staged.records().put(record.key(), record);
        visible.records().put(record.key(), record);
    }

    /** Returns the store on which changes are made, one after the other. */
    public SessionStore staged() {
        return staged;
    }

    /** Returns the store that readers see; it must not be changed. */
    public SessionStore visible() {
        return visible;
    }

    /** Returns whether any staged change is not visible yet. */
    public boolean isChanged() {
        return !changedSessions.isEmpty() || !changedRecords.isEmpty();
    }

    /** Returns every staged session as last changed, oldest first. */
    public Stream<SessionV1> sessions() {
        return staged.table().oldestFirst();
    }

    /** Returns every staged idempotency record. */
    public Stream<IdempotencyRecord> records() {
        return staged.records().all();
    }

    /** Returns whether a session is staged. */
    public boolean contains(SessionId id) {
        return staged.table().get(id) != null;
    }

    /** Makes the staged changes visible. */
    public void publish() {
        copy(staged, visible);
    }

    /** Discards the staged changes that are not visible. */
    public void discard() {
        copy(visible, staged);
    }

    /**
     * Copies the changed sessions and records. Copying to the staged store reports their ids again, but only ids that
     * are already in the sets.
     */
    private void copy(MemorySessionStore from, MemorySessionStore to) {
        changedSessions.forEach(id -> to.table().put(id, from.table().get(id)));
        changedRecords.forEach(key -> to.records().put(key, from.records().get(key)));
        changedSessions.clear();
        changedRecords.clear();
    }
}
