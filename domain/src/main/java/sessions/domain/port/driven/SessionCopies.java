package sessions.domain.port.driven;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Complete sessions, content included, that are read from a {@link SessionStore} or added to it from another one. */
public interface SessionCopies {

    /**
     * Returns the matching sessions as of {@code now} after a cursor, newest first.
     *
     * @param after the cursor, or null for the start
     * @param limit how many to return at most, positive
     */
    List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit);

    /** Returns the existing sessions with these ids, as of {@code now} and in no order. */
    List<SessionV1> findAll(Collection<SessionId> ids, Instant now);

    /**
     * Adds sessions unchanged, except those whose ids already exist. Each session is added completely or not at all. If
     * the call fails, some sessions may have been added; it can be repeated.
     *
     * @param sessions each with a different id
     * @return how many were added
     */
    int insertMissing(List<SessionV1> sessions);
}
