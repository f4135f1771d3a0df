package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.ISessionsV1;

/** The contract's operations on a store, at the clock's time. */
public final class SessionsService implements ISessionsV1 {

    private final SessionStore store;
    private final InstantSource clock;
    private final SessionRules rules;
    private final SessionChanger changes;
    private final ExpirySweep sweep;

    public SessionsService(SessionStore store, InstantSource clock, SessionRules rules) {
        this.store = store;
        this.clock = clock;
        this.rules = rules;
        this.changes = new SessionChanger(store, rules.expiry());
        this.sweep = new ExpirySweep(store, clock, null);
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
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
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        Optional<SessionV1> found = SessionId.parse(sessionId)
                .flatMap(id -> store.sessions().find(id, clock.instant()));
        return rules.touchOnGet() ? found.flatMap(this::touched) : found;
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        SessionV1 session = SessionV1.open(opening, clock.instant(), rules.expiry());
        store.sessions().insert(session);
        return session;
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return changes.apply(sessionId, new SessionChange.StoreData(data, clock.instant(), null));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return changes.apply(sessionId, new SessionChange.UpdateUser(user, clock.instant(), null));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return changes.close(sessionId, new SessionChange.Close(clock.instant(), null));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        sweep.run(() -> false);
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return changes.delete(sessionId, clock.instant(), null);
    }

    /** The session after the touch that a read brings with it, if one is due; a closed one as it is. */
    private Optional<SessionV1> touched(SessionV1 session) {
        SessionChange touch = new SessionChange.Touch(clock.instant(), rules.intervalOfTouchesOnGet(), null);
        boolean due = session.apply(touch, rules.expiry()) instanceof ChangeOutcome.Changed;
        return due ? SessionChanger.answerClosedAsItIs(changes.outcome(session.id(), touch)) : Optional.of(session);
    }
}
