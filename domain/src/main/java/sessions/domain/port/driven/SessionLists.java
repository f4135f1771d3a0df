package sessions.domain.port.driven;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;

/** Lists of sessions in a {@link SessionStore}, newest first and without content. */
public interface SessionLists {

    /**
     * Returns the matching sessions as of {@code now}.
     *
     * @param skip how many to skip at the start, not negative
     * @param limit how many to return at most, positive
     */
    List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit);

    /**
     * Returns the matching sessions as of {@code now} after a cursor. Costs the same at the end of a long list as at
     * its start.
     *
     * @param after the cursor, or null for the start
     * @param limit how many to return at most, positive
     */
    List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit);

    /** Returns the number of matching sessions as of {@code now}. */
    long count(SessionFilter filter, Instant now);
}
