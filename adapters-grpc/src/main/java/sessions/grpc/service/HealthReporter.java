package sessions.grpc.service;

import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.port.driving.Monitoring;
import sessions.transport.CorrelationId;

/**
 * Reports readiness through gRPC's own health service, for the server and for each service. Readiness is checked every
 * second, so that callers watching it are notified of changes.
 */
public final class HealthReporter {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReporter.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final HealthStatusManager reports = new HealthStatusManager();
    private final Monitoring monitoring;
    private final List<String> services;

    /** @param services the full names of the services */
    public HealthReporter(Monitoring monitoring, List<String> services) {
        this.monitoring = monitoring;
        this.services = services;
    }

    /** Returns the health service; it rejects unknown service names. */
    public ServerServiceDefinition service() {
        Set<String> names = new HashSet<>(services);
        names.add(HealthStatusManager.SERVICE_NAME_ALL_SERVICES);
        return ServerInterceptors.intercept(reports.getHealthService(), new ServedNamesInterceptor(names));
    }

    /** Starts the periodic check; the first report is made before this method returns. */
    public void start(ScheduledExecutorService timer) {
        report();
        ScheduledFuture<?> _ = timer.scheduleWithFixedDelay(this::report, INTERVAL.toNanos(), INTERVAL.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Reports {@code NOT_SERVING} from now on; this cannot be undone. */
    public void markStopping() {
        reports.enterTerminalState();
    }

    private void report() {
        ServingStatus status = isReady() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
        reports.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        services.forEach(service -> reports.setStatus(service, status));
    }

    private boolean isReady() {
        try {
            return monitoring.readiness(CorrelationId.random().text()).isUp();
        } catch (RuntimeException | Error failed) { // otherwise the timer would cancel the periodic check
            LOG.error("Could not check readiness", failed);
            return false;
        }
    }
}
