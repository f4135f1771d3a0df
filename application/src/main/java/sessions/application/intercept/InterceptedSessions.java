package sessions.application.intercept;

import java.util.Optional;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;

/** The contract's operations, intercepted. */
final class InterceptedSessions implements ISessionsV1 {

    private final ISessionsV1 sessions;
    private final Interceptor interceptor;

    InterceptedSessions(ISessionsV1 sessions, Interceptor interceptor) {
        this.sessions = sessions;
        this.interceptor = interceptor;
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return interceptor.around(PortCall.listing(correlationId, filter),
                () -> sessions.getSessions(correlationId, filter, paging));
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return interceptor.around(PortCall.onSession(Operation.GET_SESSION, correlationId, sessionId),
                () -> sessions.getSessionById(correlationId, sessionId));
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        return interceptor.around(PortCall.onUser(Operation.OPEN_SESSION, correlationId, opening.userId()),
                () -> sessions.openSession(correlationId, opening));
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return interceptor.around(PortCall.onSession(Operation.STORE_DATA, correlationId, sessionId),
                () -> sessions.storeSessionData(correlationId, sessionId, data));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return interceptor.around(PortCall.onSession(Operation.UPDATE_USER, correlationId, sessionId),
                () -> sessions.updateSessionUser(correlationId, sessionId, user));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return interceptor.around(PortCall.onSession(Operation.CLOSE_SESSION, correlationId, sessionId),
                () -> sessions.closeSession(correlationId, sessionId));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        interceptor.aroundAction(PortCall.of(Operation.CLOSE_EXPIRED, correlationId),
                () -> sessions.closeExpiredSessions(correlationId));
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return interceptor.around(PortCall.onSession(Operation.DELETE_SESSION, correlationId, sessionId),
                () -> sessions.deleteSessionById(correlationId, sessionId));
    }
}
