package sessions.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sessions.domain.ChangeOutcome;
import sessions.domain.ExpiryPolicy;
import sessions.domain.SessionChange;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionStore;
import sessions.domain.SessionV1;
import sessions.domain.SweptBatch;

/** A store on which every call fails in the same way. */
record FailingStore(Supplier<RuntimeException> failure) implements SessionStore {

    @Override
    public void insert(SessionV1 session) {
        throw failure.get();
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        throw failure.get();
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        throw failure.get();
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        throw failure.get();
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        throw failure.get();
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        throw failure.get();
    }

    @Override
    public Optional<SessionV1> delete(SessionId id, Instant now) {
        throw failure.get();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
