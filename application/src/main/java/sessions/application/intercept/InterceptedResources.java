package sessions.application.intercept;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/**
 * Operations on single sessions with an interceptor. Operations that are the same as in the contract have the same
 * name.
 */
final class InterceptedResources implements SessionResources {

    private final SessionResources sessions;
    private final Interceptor interceptor;

    InterceptedResources(SessionResources sessions, Interceptor interceptor) {
        this.sessions = sessions;
        this.interceptor = interceptor;
    }

    @Override
    public CursorPage listSessions(String correlationId, SessionFilter filter, CursorPaging paging) {
        return interceptor.around(PortCall.listing(correlationId, filter),
                () -> sessions.listSessions(correlationId, filter, paging));
    }

    @Override
    public SessionPage listSessions(String correlationId, SessionFilter filter, Paging paging) {
        return interceptor.around(PortCall.listing(correlationId, filter),
                () -> sessions.listSessions(correlationId, filter, paging));
    }

    @Override
    public Optional<SessionV1> getSession(String correlationId, String sessionId) {
        return interceptor.around(PortCall.onSession(Operation.GET_SESSION, correlationId, sessionId),
                () -> sessions.getSession(correlationId, sessionId));
    }

    @Override
    public Optional<SessionV1> getAndTouch(String correlationId, String sessionId) {
        return interceptor.around(PortCall.onSession(Operation.GET_SESSION, correlationId, sessionId),
                () -> sessions.getAndTouch(correlationId, sessionId));
    }

    @Override
    public Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key) {
        return interceptor.around(PortCall.onUser(Operation.OPEN_SESSION, correlationId, opening.userId()),
                () -> sessions.openSession(correlationId, opening, key));
    }

    @Override
    public Optional<SessionV1> storeData(String correlationId, String sessionId, Json data,
            @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.STORE_DATA, correlationId, sessionId),
                () -> sessions.storeData(correlationId, sessionId, data, expectedVersion));
    }

    @Override
    public Optional<SessionV1> mergeData(String correlationId, String sessionId, Json patch,
            @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.MERGE_DATA, correlationId, sessionId),
                () -> sessions.mergeData(correlationId, sessionId, patch, expectedVersion));
    }

    @Override
    public Optional<SessionV1> updateUser(String correlationId, String sessionId, Json user,
            @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.UPDATE_USER, correlationId, sessionId),
                () -> sessions.updateUser(correlationId, sessionId, user, expectedVersion));
    }

    @Override
    public Optional<SessionV1> touch(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.TOUCH_SESSION, correlationId, sessionId),
                () -> sessions.touch(correlationId, sessionId, expectedVersion));
    }

    @Override
    public Optional<SessionV1> close(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.CLOSE_SESSION, correlationId, sessionId),
                () -> sessions.close(correlationId, sessionId, expectedVersion));
    }

    @Override
    public Optional<SessionV1> delete(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return interceptor.around(PortCall.onSession(Operation.DELETE_SESSION, correlationId, sessionId),
                () -> sessions.delete(correlationId, sessionId, expectedVersion));
    }
}
