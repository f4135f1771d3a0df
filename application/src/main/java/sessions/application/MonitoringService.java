package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import sessions.domain.Monitoring;
import sessions.domain.ServiceStatus;

/** Tells about the service that runs in this process, at the clock's time. */
final class MonitoringService implements Monitoring {

    private final ServiceInfo info;
    private final InstantSource clock;

    MonitoringService(ServiceInfo info, InstantSource clock) {
        this.info = info;
        this.clock = clock;
    }

    @Override
    public Instant heartbeat(String correlationId) {
        return clock.instant();
    }

    @Override
    public ServiceStatus status(String correlationId) {
        return new ServiceStatus(info.id(), info.name(), info.description(), info.startTime(), clock.instant(),
                info.components());
    }
}
