package sessions.domain.port.driving;

import java.time.Instant;

/** Health and status of the service. A driving port beside {@link ISessionsV1}. */
public interface Monitoring {

    /** Returns the service's time, as a sign that it is alive. Does not query the store. */
    Instant heartbeat(String correlationId);

    /**
     * Returns whether the service can take requests: the store responds and the service is not stopping. Cheap even if
     * called often; takes up to a second if the store does not respond.
     */
    Health readiness(String correlationId);

    /** Returns the status of the service. Does not query the store. */
    ServiceStatus status(String correlationId);
}
