package sessions.persistence.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionCopies;

/** Complete sessions in a flat file. */
record FileCopies(FileChanges changes) implements SessionCopies {

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return changes.visible().copies().readAfter(after, filter, now, limit);
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return changes.visible().copies().findAll(ids, now);
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return changes.change(staged -> staged.copies().insertMissing(sessions));
    }
}
