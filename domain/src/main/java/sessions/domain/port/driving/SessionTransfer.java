package sessions.domain.port.driving;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * Moves complete sessions between stores, with content, version, expiry and id. A driving port for operators with
 * direct access to the store; no API offers it.
 *
 * <p>All results of one transfer are as of its start, even if sessions expire meanwhile.
 */
public interface SessionTransfer {

    /** Returns the time of the snapshot: all results are as of it. */
    Instant time();

    /** Returns the number of sessions in the store. */
    long count();

    /**
     * Returns a page of all sessions, newest first. Sessions that are opened meanwhile are not included.
     *
     * @param after the page starts after this cursor; null for the start of the list
     * @param limit how many at most, positive
     */
    List<SessionV1> read(@Nullable SessionCursor after, int limit);

    /** Returns the existing sessions with these ids, in no order. */
    List<SessionV1> find(Collection<SessionId> ids);

    /**
     * Adds the sessions whose ids do not exist yet; existing sessions are not changed. If it fails, some sessions may
     * have been added; it can be repeated.
     *
     * @param sessions each with a different id
     */
    Addition add(List<SessionV1> sessions);

    /** Returns the expected result of {@link #add}, as far as it can be checked in advance. Nothing changes. */
    Addition dryRun(List<SessionV1> sessions);

    /** Returns the expiry policy for sessions that have no expiry of their own. */
    ExpiryPolicy expiry();

    /**
     * The result of adding sessions.
     *
     * @param added how many were added; the others already existed or were rejected
     * @param rejected the sessions that the store cannot hold
     */
    record Addition(int added, List<Rejection> rejected) {
        public Addition {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * A session that the store cannot hold.
     *
     * @param reason the field and its expected form
     */
    record Rejection(SessionId id, String reason) {
    }
}
