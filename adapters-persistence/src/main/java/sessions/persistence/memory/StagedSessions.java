package sessions.persistence.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/**
 * Sessions in memory that are changed in two steps: changes are made on {@link #staged()}, where nobody sees them, and then
 * {@linkplain #publish() published} or {@linkplain #discard() discarded} together. For stores that must write a change
 * before anyone may see it.
 *
 * <p>Any thread may read what is visible; all else is for one thread.
 */
public final class StagedSessions {

    private final Set<SessionId> changedSessions = new HashSet<>();
    private final Set<String> changedClaims = new HashSet<>();
    private final MemorySessionStore staged = new MemorySessionStore(changedSessions::add, changedClaims::add);
    private final MemorySessionStore visible = new MemorySessionStore();

    /** Adds a session that is visible at once; for the start. */
    public void load(SessionV1 session) {
        staged.put(session.id(), session);
        publish();
    }

    /** Adds a claim likewise. */
    public void load(IdempotencyRecord claim) {
        staged.claims().put(claim.key(), claim);
        visible.claims().put(claim.key(), claim);
    }

    /** Where changes are made, one on top of the other. */
    public SessionStore staged() {
        return staged;
    }

    /** What readers see; not to be changed. */
    public SessionStore visible() {
        return visible;
    }

    /** Whether anything is staged that is not visible. */
    public boolean isChanged() {
        return !changedSessions.isEmpty() || !changedClaims.isEmpty();
    }

    /** Every staged session as it was last changed, the oldest first. */
    public Stream<SessionV1> sessions() {
        return staged.oldestFirst();
    }

    /** Every staged claim. */
    public Stream<IdempotencyRecord> claims() {
        return staged.claims().all();
    }

    /** Whether there is a session, staged. */
    public boolean contains(SessionId id) {
        return staged.get(id) != null;
    }

    /** Makes visible what is staged. */
    public void publish() {
        copy(staged, visible);
    }

    /** Forgets what is staged and not visible. */
    public void discard() {
        copy(visible, staged);
    }

    /** Putting into the staged ones notes ids again, but none that is not noted. */
    private void copy(MemorySessionStore from, MemorySessionStore to) {
        changedSessions.forEach(id -> to.put(id, from.get(id)));
        changedClaims.forEach(key -> to.claims().put(key, from.claims().get(key)));
        changedSessions.clear();
        changedClaims.clear();
    }
}
