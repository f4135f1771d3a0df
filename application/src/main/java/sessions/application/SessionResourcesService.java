package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;
import sessions.domain.error.KeyReusedException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.MergePatch;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.SessionResources;

/** Sessions as resources on a store, at the clock's time. */
final class SessionResourcesService implements SessionResources {

    private final SessionStore store;
    private final InstantSource clock;
    private final SessionRules rules;
    private final SessionChanger changes;
    private final DataMerge merge;

    SessionResourcesService(SessionStore store, InstantSource clock, SessionRules rules, MergePatch mergePatch) {
        this.store = store;
        this.clock = clock;
        this.rules = rules;
        this.changes = new SessionChanger(store, rules.expiry());
        this.merge = new DataMerge(store, clock, changes, mergePatch);
    }

    @Override
    public CursorPage listSessions(String correlationId, SessionFilter filter, CursorPaging paging) {
        Instant now = clock.instant();
        if (filter.matchesNothing()) {
            return new CursorPage(List.of(), null, paging.total() ? 0L : null);
        }
        return CursorPages.of(paging.limit(rules.maxPageSize()),
                limit -> store.lists().listAfter(paging.after(), filter, now, limit),
                paging.total() ? store.lists().count(filter, now) : null);
    }

    @Override
    public SessionPage listSessions(String correlationId, SessionFilter filter, Paging paging) {
        Instant now = clock.instant();
        boolean impossible = filter.matchesNothing();
        int limit = paging.limit(rules.maxPageSize());
        List<SessionV1> sessions = impossible || limit == 0
                ? List.of()
                : store.lists().list(filter, now, paging.skip(), limit);
        if (!paging.total()) {
            return new SessionPage(null, sessions);
        }
        return new SessionPage(impossible ? 0 : store.lists().count(filter, now), sessions);
    }

    @Override
    public Optional<SessionV1> getSession(String correlationId, String sessionId) {
        return SessionId.parse(sessionId).flatMap(id -> store.sessions().find(id, clock.instant()));
    }

    @Override
    public Optional<SessionV1> getAndTouch(String correlationId, String sessionId) {
        Optional<SessionV1> found = getSession(correlationId, sessionId);
        return rules.touchOnGet() ? found.flatMap(this::touched) : found;
    }

    /** Returns the session after the touch, if one is due; a closed session is returned unchanged. */
    private Optional<SessionV1> touched(SessionV1 session) {
        SessionChange touch = new SessionChange.Touch(clock.instant(), rules.readTouchInterval(), null);
        boolean due = session.apply(touch, rules.expiry()) instanceof ChangeOutcome.Changed;
        return due
                ? SessionChanger.toSessionAllowingClosed(changes.outcome(session.id(), touch))
                : Optional.of(session);
    }

    @Override
    public Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key) {
        Instant now = clock.instant();
        SessionV1 session = SessionV1.open(opening, now, rules.expiry());
        if (key == null) {
            store.sessions().insert(session);
            return Optional.of(session);
        }
        IdempotencyRecord record = IdempotencyRecord.of(Caller.current(), key, opening, session.id(),
                now.plus(rules.idempotencyWindow()));
        Optional<IdempotencyRecord> earlier = store.idempotency().insertOnce(session, record, now);
        return earlier.isEmpty() ? Optional.of(session) : openedBy(earlier.get(), record);
    }

    private Optional<SessionV1> openedBy(IdempotencyRecord earlier, IdempotencyRecord record) {
        if (!earlier.isSameRequest(record)) {
            throw new KeyReusedException();
        }
        return store.sessions().find(earlier.sessionId(), clock.instant());
    }

    @Override
    public Optional<SessionV1> storeData(String correlationId, String sessionId, Json data,
            @Nullable Long expectedVersion) {
        return changes.apply(sessionId, new SessionChange.StoreData(data, clock.instant(), expectedVersion));
    }

    @Override
    public Optional<SessionV1> mergeData(String correlationId, String sessionId, Json patch,
            @Nullable Long expectedVersion) {
        return SessionId.parse(sessionId).flatMap(id -> merge.into(id, patch, expectedVersion));
    }

    @Override
    public Optional<SessionV1> updateUser(String correlationId, String sessionId, Json user,
            @Nullable Long expectedVersion) {
        return changes.apply(sessionId, new SessionChange.UpdateUser(user, clock.instant(), expectedVersion));
    }

    @Override
    public Optional<SessionV1> touch(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return changes.apply(sessionId,
                new SessionChange.Touch(clock.instant(), rules.touchInterval(), expectedVersion));
    }

    @Override
    public Optional<SessionV1> close(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return changes.close(sessionId, new SessionChange.Close(clock.instant(), expectedVersion));
    }

    @Override
    public Optional<SessionV1> delete(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return changes.delete(sessionId, clock.instant(), expectedVersion);
    }
}
