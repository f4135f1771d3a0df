package sessions.application.observe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionLists;

/** Reports calls about lists. */
record ObservedLists(SessionLists port, StoreCalls calls) implements SessionLists {

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return calls.observed("list", () -> port.list(filter, now, skip, limit));
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return calls.observed("list_after", () -> port.listAfter(after, filter, now, limit));
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return calls.observed("count", () -> port.count(filter, now));
    }
}
