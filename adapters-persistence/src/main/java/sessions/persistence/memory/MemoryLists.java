package sessions.persistence.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionLists;

/** Lists of sessions in memory. */
record MemoryLists(SessionTable table) implements SessionLists {

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return table.matching(null, filter, now).skip(skip).limit(limit).map(SessionV1::withoutContent).toList();
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return table.matching(after, filter, now).limit(limit).map(SessionV1::withoutContent).toList();
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return table.matching(null, filter, now).count();
    }
}
