package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.Caller;
import sessions.domain.CursorPaging;
import sessions.domain.IdempotencyKey;
import sessions.domain.Json;
import sessions.domain.KeyReusedException;
import sessions.domain.MergePatch;
import sessions.domain.OpeningClaim;
import sessions.domain.SessionChange;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionOpening;
import sessions.domain.SessionResources;
import sessions.domain.SessionSlice;
import sessions.domain.SessionStore;
import sessions.domain.SessionV1;

/** Sessions as resources on a store, at the clock's time. */
final class SessionResourcesService implements SessionResources {

    private final SessionStore store;
    private final InstantSource clock;
    private final SessionRules rules;
    private final Changes changes;
    private final DataMerge merge;

    SessionResourcesService(SessionStore store, InstantSource clock, SessionRules rules, MergePatch mergePatch) {
        this.store = store;
        this.clock = clock;
        this.rules = rules;
        this.changes = new Changes(store, rules.expiry());
        this.merge = new DataMerge(store, clock, changes, mergePatch);
    }

    @Override
    public SessionSlice listSessions(String correlationId, SessionFilter filter, CursorPaging paging) {
        Instant now = clock.instant();
        if (filter.matchesNothing()) {
            return new SessionSlice(List.of(), null, paging.total() ? 0L : null);
        }
        return Slices.of(paging.limit(rules.maxPageSize()),
                limit -> store.listAfter(paging.after(), filter, now, limit),
                paging.total() ? store.count(filter, now) : null);
    }

    @Override
    public Optional<SessionV1> getSession(String correlationId, String sessionId) {
        return SessionId.parse(sessionId).flatMap(id -> store.find(id, clock.instant()));
    }

    @Override
    public Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key) {
        Instant now = clock.instant();
        SessionV1 session = SessionV1.open(opening, now, rules.expiry());
        if (key == null) {
            store.insert(session);
            return Optional.of(session);
        }
        OpeningClaim claim = OpeningClaim.of(Caller.current(), key, opening, session.id(),
                now.plus(rules.idempotencyWindow()));
        Optional<OpeningClaim> earlier = store.insertOnce(session, claim, now);
        return earlier.isEmpty() ? Optional.of(session) : openedBy(earlier.get(), claim);
    }

    private Optional<SessionV1> openedBy(OpeningClaim earlier, OpeningClaim claim) {
        if (!earlier.isSameRequest(claim)) {
            throw new KeyReusedException();
        }
        return store.find(earlier.sessionId(), clock.instant());
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
