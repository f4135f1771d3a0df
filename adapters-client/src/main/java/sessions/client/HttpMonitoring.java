package sessions.client;

import java.time.Instant;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.ServiceStatus;
import sessions.wire.service.HealthJson;
import sessions.wire.service.HeartbeatJson;
import sessions.wire.service.StatusJson;

/** Monitoring of a remote service. */
final class HttpMonitoring implements Monitoring {

    private final ServiceConnection service;

    HttpMonitoring(ServiceConnection service) {
        this.service = service;
    }

    @Override
    public Instant heartbeat(String correlationId) {
        return service.fetch(ServiceRequest.of("GET", "/heartbeat", correlationId).asRepeatable(),
                HeartbeatJson::read);
    }

    /** Not repeated: "not ready" is a valid result. */
    @Override
    public Health readiness(String correlationId) {
        return service.inspect(ServiceRequest.of("GET", "/health/ready", correlationId), HealthJson::read);
    }

    @Override
    public ServiceStatus status(String correlationId) {
        return service.fetch(ServiceRequest.of("GET", "/status", correlationId).asRepeatable(), StatusJson::read);
    }
}
