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
 * Counts and times what the service does, and shows it to Prometheus. All that is measured is listed in {@code
 * docs/operations/metrics.md}.
 */
public final class MicrometerTelemetry implements Telemetry, AutoCloseable {

    static final String CALLS = "sessions.calls";
    static final String STORE_CALLS = "sessions.store.calls";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMetrics machine = new JvmMetrics(registry);
    private final LongAdder activeRequests = new LongAdder();
    private final Timers requests = new Timers(registry, "sessions.http.requests",
            "Requests over HTTP by the status of their answers", "", "status");
    private final Timers calls = new Timers(registry, CALLS, "Calls by command and what became of them", "command",
            "outcome");
    private final Timers storeCalls = new Timers(registry, STORE_CALLS,
            "Calls of the store by operation and what became of them", "operation", "outcome");
    private final SweepMetrics sweeps;

    /**
     * @param clock for the times of sweeps
     * @param version of the service
     */
    public MicrometerTelemetry(InstantSource clock, String version) {
        sweeps = new SweepMetrics(registry, clock);
        gauge("sessions.http.requests.active", "Requests over HTTP that are being answered", activeRequests::intValue);
        Gauge.builder("sessions.build.info", () -> 1).description("Which version runs, on which Java")
                .tag("version", version).tag("java", Runtime.version().toString()).register(registry);
    }

    /** Also shows a number of things that the service knows at any time. */
    public void gauge(String name, String description, IntSupplier number) {
        Gauge.builder(name, number::getAsInt).description(description).register(registry);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Receives measurements of the store's connection pool. */
    public PoolMetrics pool() {
        return new MicrometerPoolMetrics(registry);
    }

    /** All measurements so far, in Prometheus' text format 0.0.4. */
    public String text() {
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
        sweeps.ended(sweep);
    }

    @Override
    public void sweepFailed(Duration time) {
        sweeps.failed(time);
    }

    /** Ends the measuring of the Java machine. */
    @Override
    public void close() {
        machine.close();
        registry.close();
    }
}
