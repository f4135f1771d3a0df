package sessions.persistence.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionRecords;

/** Single sessions in memory. */
record MemoryRecords(SessionTable table) implements SessionRecords {

    @Override
    public void insert(SessionV1 session) {
        table.insert(session);
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return Optional.ofNullable(table.get(id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        AtomicReference<ChangeOutcome> outcome = new AtomicReference<>(new ChangeOutcome.Missing());
        boolean _ = table.change(id, present -> {
            outcome.setPlain(present.apply(change, expiry));
            return outcome.getPlain() instanceof ChangeOutcome.Changed(SessionV1 next) ? next : null;
        });
        return outcome.getPlain();
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        AtomicReference<ChangeOutcome> outcome = new AtomicReference<>(new ChangeOutcome.Missing());
        boolean _ = table.removeIf(id, present -> {
            outcome.setPlain(present.deleted(now, expectedVersion));
            return outcome.getPlain() instanceof ChangeOutcome.Changed;
        });
        return outcome.getPlain();
    }
}
