package sessions.client;

import java.time.Instant;
import sessions.domain.Monitoring;
import sessions.domain.ServiceStatus;
import sessions.wire.HeartbeatJson;
import sessions.wire.StatusJson;

/** What a service elsewhere says of itself. */
final class HttpMonitoring implements Monitoring {

    private final ServiceConnection service;

    HttpMonitoring(ServiceConnection service) {
        this.service = service;
    }

    @Override
    public Instant heartbeat(String correlationId) {
        return service.demand(ServiceRequest.of("GET", "/heartbeat", correlationId).asRepeatable(),
                HeartbeatJson::read);
    }

    @Override
    public ServiceStatus status(String correlationId) {
        return service.demand(ServiceRequest.of("GET", "/status", correlationId).asRepeatable(), StatusJson::read);
    }
}
