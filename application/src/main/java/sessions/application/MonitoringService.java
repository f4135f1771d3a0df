package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.ServiceStatus;

/** Health and status of the service in this process, at the clock's time. */
record MonitoringService(ServiceInfo info, InstantSource clock, Readiness readiness) implements Monitoring {

    @Override
    public Instant heartbeat(String correlationId) {
        return clock.instant();
    }

    @Override
    public Health readiness(String correlationId) {
        return readiness.health();
    }

    @Override
    public ServiceStatus status(String correlationId) {
        return new ServiceStatus(info.id(), info.name(), info.description(), info.startTime(), clock.instant(),
                info.properties(), info.components());
    }
}
