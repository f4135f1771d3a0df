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
 * Whole sessions out of a store and into another: with content, version and expiry, under the ids that they have. A
 * driving port for operators who hold the store itself; no API offers it.
 *
 * <p>All that one transfer answers is as of one time, its start, so that what expires meanwhile makes no difference.
 */
public interface SessionTransfer {

    /** The time that all answers are as of. */
    Instant time();

    /** How many sessions the store holds. */
    long count();

    /**
     * Part of all sessions, newest first. Sessions that are opened while a caller walks on are not met.
     *
     * @param after the place behind which to go on, or null for the start
     * @param limit how many at the most, positive
     */
    List<SessionV1> read(@Nullable SessionCursor after, int limit);

    /** Those of the sessions that are there, in no order. */
    List<SessionV1> find(Collection<SessionId> ids);

    /**
     * Adds those sessions whose ids are not there; a session that is there stays as it is. Where this fails, some may have
     * been added, and it can be repeated.
     *
     * @param sessions each with another id
     */
    Addition add(List<SessionV1> sessions);

    /** What {@link #add} would do, as far as that can be told before; nothing changes. */
    Addition dryRun(List<SessionV1> sessions);

    /** When sessions end by themselves that came without an end. */
    ExpiryPolicy expiry();

    /**
     * What became of adding sessions.
     *
     * @param added how many were added; the rest was there or is refused
     * @param rejected those that the store cannot hold
     */
    record Addition(int added, List<Refusal> rejected) {
        public Addition {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * A session that a store cannot hold.
     *
     * @param reason names the field and what is expected of it
     */
    record Refusal(SessionId id, String reason) {
    }
}
