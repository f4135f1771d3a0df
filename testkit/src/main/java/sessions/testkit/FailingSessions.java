package sessions.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;

/** A service whose operations all run the behaviour that a test provides, which may throw. */
public record FailingSessions(Supplier<SessionV1> behaviour) implements ISessionsV1 {

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return new SessionPage(null, List.of(behaviour.get()));
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return Optional.of(behaviour.get());
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        return behaviour.get();
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return Optional.of(behaviour.get());
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return Optional.of(behaviour.get());
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return Optional.of(behaviour.get());
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        SessionV1 _ = behaviour.get();
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return Optional.of(behaviour.get());
    }
}
