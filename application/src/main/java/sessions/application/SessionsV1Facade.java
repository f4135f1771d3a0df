package sessions.application;

import java.util.Optional;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;

/** The contract's eight operations, implemented with the other driving ports: any version, no idempotency key. */
public record SessionsV1Facade(SessionResources resources, SessionAdmin admin) implements ISessionsV1 {

    /** Returns all driving ports, with the contract on the given ones. */
    public static DrivingPorts ports(SessionResources resources, SessionAdmin admin, Monitoring monitoring) {
        return new DrivingPorts(new SessionsV1Facade(resources, admin), resources, admin, monitoring);
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return resources.listSessions(correlationId, filter, paging);
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return resources.getAndTouch(correlationId, sessionId);
    }

    /** Without an idempotency key, the result is never empty. */
    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        return resources.openSession(correlationId, opening, null).orElseThrow();
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return resources.storeData(correlationId, sessionId, data, null);
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return resources.updateUser(correlationId, sessionId, user, null);
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return resources.close(correlationId, sessionId, null);
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        admin.closeExpiredSessions(correlationId);
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return resources.delete(correlationId, sessionId, null);
    }
}
