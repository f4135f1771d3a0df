package sessions.persistence.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionCopies;

/** Complete sessions in memory. */
record MemoryCopies(SessionTable table) implements SessionCopies {

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return table.matching(after, filter, now).limit(limit).toList();
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return table.present(ids.stream()).map(session -> session.asOf(now)).toList();
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return (int) sessions.stream().filter(table::insertIfMissing).count();
    }
}
