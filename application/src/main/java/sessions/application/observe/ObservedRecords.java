package sessions.application.observe;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionRecords;

/** Reports calls about single sessions. */
record ObservedRecords(SessionRecords port, StoreCalls calls) implements SessionRecords {

    @Override
    public void insert(SessionV1 session) {
        calls.observedAction("insert", () -> port.insert(session));
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return calls.observed("find", () -> port.find(id, now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return calls.observed("change", () -> port.change(id, change, expiry));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return calls.observed("delete", () -> port.delete(id, now, expectedVersion));
    }
}
