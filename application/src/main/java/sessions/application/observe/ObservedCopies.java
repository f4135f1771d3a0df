package sessions.application.observe;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionCopies;

/** Reports calls about complete sessions. */
record ObservedCopies(SessionCopies port, StoreCalls calls) implements SessionCopies {

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return calls.observed("read_after", () -> port.readAfter(after, filter, now, limit));
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return calls.observed("find_all", () -> port.findAll(ids, now));
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return calls.observed("insert_missing", () -> port.insertMissing(sessions));
    }
}
