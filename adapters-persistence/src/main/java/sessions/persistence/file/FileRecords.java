package sessions.persistence.file;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionRecords;

/** Single sessions in a flat file. */
record FileRecords(FileChanges changes) implements SessionRecords {

    @Override
    public void insert(SessionV1 session) {
        boolean _ = changes.change(staged -> {
            staged.sessions().insert(session);
            return true;
        });
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return changes.visible().sessions().find(id, now);
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return changes.change(staged -> staged.sessions().change(id, change, expiry));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return changes.remove(staged -> staged.sessions().delete(id, now, expectedVersion));
    }
}
