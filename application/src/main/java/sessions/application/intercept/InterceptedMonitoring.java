package sessions.application.intercept;

import java.time.Instant;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.ServiceStatus;

/** Monitoring with an interceptor, except for heartbeat and readiness, which need no API key. */
final class InterceptedMonitoring implements Monitoring {

    private final Monitoring monitoring;
    private final Interceptor interceptor;

    InterceptedMonitoring(Monitoring monitoring, Interceptor interceptor) {
        this.monitoring = monitoring;
        this.interceptor = interceptor;
    }

    @Override
    public Instant heartbeat(String correlationId) {
        return monitoring.heartbeat(correlationId);
    }

    @Override
    public Health readiness(String correlationId) {
        return monitoring.readiness(correlationId);
    }

    @Override
    public ServiceStatus status(String correlationId) {
        return interceptor.around(PortCall.of(Operation.GET_STATUS, correlationId),
                () -> monitoring.status(correlationId));
    }
}
