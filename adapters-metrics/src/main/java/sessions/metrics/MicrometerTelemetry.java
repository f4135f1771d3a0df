package sessions.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.PoolMetrics;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;

/**
 * Counts and times requests, calls and sweeps, and exposes the metrics to Prometheus.
 * {@code docs/operations/metrics.md} lists all of them.
 */
public final class MicrometerTelemetry implements Telemetry, AutoCloseable {

    static final String CALLS = "sessions.calls";
    static final String STORE_CALLS = "sessions.store.calls";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMetrics machine = new JvmMetrics(registry);
    private final LongAdder activeRequests = new LongAdder();
    private final Timers requests = new Timers(registry, "sessions.http.requests",
            "HTTP requests by response status", "", "status");
    private final Timers calls = new Timers(registry, CALLS, "Calls by command and outcome", "command",
            "outcome");
    private final Timers storeCalls = new Timers(registry, STORE_CALLS,
            "Store calls by operation and outcome", "operation", "outcome");
    private final SweepMetrics sweeps;

    /** NaN before the first count. */
    private volatile double activeSessions = Double.NaN;

    /**
     * @param clock for the time of the last successful sweep
     * @param version of the service
     */
    public MicrometerTelemetry(InstantSource clock, String version) {
        sweeps = new SweepMetrics(registry, clock);
        Gauge.builder("sessions.active", () -> activeSessions)
                .description("Active sessions in the whole store at the last count").register(registry);
        gauge("sessions.http.requests.active", "HTTP requests in progress", activeRequests::intValue);
        Gauge.builder("sessions.build.info", () -> 1).description("Version of the service and of Java")
                .tag("version", version).tag("java", Runtime.version().toString()).register(registry);
    }

    /**
     * Adds a gauge.
     *
     * @param number returns the current value
     */
    public void gauge(String name, String description, IntSupplier number) {
        Gauge.builder(name, number::getAsInt).description(description).register(registry);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Returns the receiver for metrics of the store's connection pool. */
    public PoolMetrics pool() {
        return new MicrometerPoolMetrics(registry);
    }

    /** Returns all metrics in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public Activity requestStarted(@Nullable TraceContext caller) {
        activeRequests.increment();
        Activity timed = requests.begin("");
        return status -> {
            activeRequests.decrement();
            timed.end(status);
        };
    }

    @Override
    public Activity callStarted(String command) {
        return calls.begin(command);
    }

    @Override
    public Activity storeCallStarted(String operation) {
        return storeCalls.begin(operation);
    }

    @Override
    public void sweepCompleted(Sweep sweep) {
        sweeps.recordCompleted(sweep);
    }

    @Override
    public void sweepFailed(Duration time) {
        sweeps.recordFailed(time);
    }

    @Override
    public void activeSessionsCounted(long active) {
        activeSessions = active;
    }

    /** Closes the registry and stops the JVM metrics. */
    @Override
    public void close() {
        machine.close();
        registry.close();
    }
}
