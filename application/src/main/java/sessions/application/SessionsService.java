package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sessions.domain.ChangeOutcome;
import sessions.domain.ExpiryPolicy;
import sessions.domain.ISessionsV1;
import sessions.domain.Json;
import sessions.domain.Paging;
import sessions.domain.SessionChange;
import sessions.domain.SessionClosedException;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionOpening;
import sessions.domain.SessionPage;
import sessions.domain.SessionStore;
import sessions.domain.SessionV1;
import sessions.domain.StaleVersionException;

/** The contract's operations on a store, at the clock's time. */
public final class SessionsService implements ISessionsV1 {

    private final SessionStore store;
    private final InstantSource clock;
    private final ExpiryPolicy expiry;
    private final int maxPageSize;
    private final ExpirySweep sweep;

    /** @param maxPageSize how many sessions a page holds at the most, positive */
    public SessionsService(SessionStore store, InstantSource clock, ExpiryPolicy expiry, int maxPageSize) {
        this.store = store;
        this.clock = clock;
        this.expiry = expiry;
        this.maxPageSize = maxPageSize;
        this.sweep = new ExpirySweep(store, clock);
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        Instant now = clock.instant();
        boolean impossible = filter.matchesNothing();
        int limit = paging.limit(maxPageSize);
        List<SessionV1> sessions = impossible || limit == 0
                ? List.of()
                : store.list(filter, now, paging.skip(), limit);
        if (!paging.total()) {
            return new SessionPage(null, sessions);
        }
        return new SessionPage(impossible ? 0 : store.count(filter, now), sessions);
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return SessionId.parse(sessionId).flatMap(id -> store.find(id, clock.instant()));
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        SessionV1 session = SessionV1.open(opening, clock.instant(), expiry);
        store.insert(session);
        return session;
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return change(sessionId, new SessionChange.StoreData(data, clock.instant(), null));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return change(sessionId, new SessionChange.UpdateUser(user, clock.instant(), null));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return change(sessionId, new SessionChange.Close(clock.instant(), null));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        sweep.run(() -> false);
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return SessionId.parse(sessionId).flatMap(id -> store.delete(id, clock.instant()));
    }

    private Optional<SessionV1> change(String sessionId, SessionChange change) {
        return SessionId.parse(sessionId).flatMap(id -> resultOf(change, store.change(id, change, expiry)));
    }

    private static Optional<SessionV1> resultOf(SessionChange change, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(SessionV1 session) -> Optional.of(session);
            case ChangeOutcome.Missing() -> Optional.empty();
            case ChangeOutcome.Closed(SessionV1 session) when change instanceof SessionChange.Close ->
                Optional.of(session);
            case ChangeOutcome.Closed _ -> throw new SessionClosedException();
            case ChangeOutcome.Stale(SessionV1 session) -> throw new StaleVersionException(session.version());
        };
    }
}
