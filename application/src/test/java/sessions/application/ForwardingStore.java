package sessions.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;
import sessions.domain.port.driven.BulkRemoval;
import sessions.domain.port.driven.HourlyCounts;
import sessions.domain.port.driven.IdempotencyRecords;
import sessions.domain.port.driven.SessionCopies;
import sessions.domain.port.driven.SessionLists;
import sessions.domain.port.driven.SessionRecords;
import sessions.domain.port.driven.SessionStore;

/** Forwards every call to a real store; tests override methods to observe calls or to fail. */
class ForwardingStore
        implements
            SessionStore,
            SessionRecords,
            SessionLists,
            IdempotencyRecords,
            BulkClosing,
            BulkRemoval,
            HourlyCounts,
            SessionCopies {

    private final SessionStore store;

    ForwardingStore(SessionStore store) {
        this.store = store;
    }

    @Override
    public SessionRecords sessions() {
        return this;
    }

    @Override
    public SessionLists lists() {
        return this;
    }

    @Override
    public IdempotencyRecords idempotency() {
        return this;
    }

    @Override
    public BulkClosing closing() {
        return this;
    }

    @Override
    public BulkRemoval removal() {
        return this;
    }

    @Override
    public HourlyCounts hours() {
        return this;
    }

    @Override
    public SessionCopies copies() {
        return this;
    }

    @Override
    public void insert(SessionV1 session) {
        store.sessions().insert(session);
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return store.sessions().find(id, now);
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return store.sessions().change(id, change, expiry);
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return store.lists().list(filter, now, skip, limit);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return store.lists().count(filter, now);
    }

    @Override
    public List<SessionStatistics.Hour> count(Instant from, int hours, Instant now) {
        return store.hours().count(from, hours, now);
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return store.closing().closeExpired(now, limit);
    }

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        return store.idempotency().insertOnce(session, record, now);
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return store.idempotency().removeExpired(now, limit);
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return store.lists().listAfter(after, filter, now, limit);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after,
            int limit) {
        return store.closing().closeMatching(filter, now, after, limit);
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return store.sessions().delete(id, now, expectedVersion);
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return store.copies().readAfter(after, filter, now, limit);
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return store.copies().findAll(ids, now);
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return store.copies().insertMissing(sessions);
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return store.removal().removeEnded(before, now, limit);
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return store.removal().countEnded(before, now);
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return store.removal().removeOfUser(userId, limit);
    }

    @Override
    public void backUp(OutputStream out) throws IOException {
        store.backUp(out);
    }

    @Override
    public void close() {
        store.close();
    }
}
