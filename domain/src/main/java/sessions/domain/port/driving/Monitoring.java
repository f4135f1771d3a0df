package sessions.domain.port.driving;

import java.time.Instant;

/** What a service says of itself. A driving port beside {@link ISessionsV1}. */
public interface Monitoring {

    /** The service's time: it is alive. Does not look at the store. */
    Instant heartbeat(String correlationId);

    /**
     * Whether requests should be sent here: the store answers and the service is not stopping. Cheap, however often it is
     * asked; may take a second where the store is in trouble.
     */
    Health readiness(String correlationId);

    /** What runs, and since when. Does not look at the store. */
    ServiceStatus status(String correlationId);
}
