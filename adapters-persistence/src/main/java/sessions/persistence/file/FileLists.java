package sessions.persistence.file;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionLists;

/** Lists the visible sessions. */
record FileLists(FileChanges changes) implements SessionLists {

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return changes.visible().lists().list(filter, now, skip, limit);
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return changes.visible().lists().listAfter(after, filter, now, limit);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return changes.visible().lists().count(filter, now);
    }
}
