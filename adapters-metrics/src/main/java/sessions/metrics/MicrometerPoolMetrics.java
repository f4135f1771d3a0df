package sessions.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import sessions.domain.telemetry.PoolMetrics;

/** Metrics of a store's connection pool, under HikariCP's names. */
final class MicrometerPoolMetrics implements PoolMetrics {

    private static final String PREFIX = "hikaricp.connections";
    private static final String TAG = "pool";
    private static final String POOL = "sessions";

    private final MeterRegistry registry;
    private final Timer creation;
    private final Timer acquisition;
    private final Timer usage;
    private final Counter timeouts;

    MicrometerPoolMetrics(MeterRegistry registry) {
        this.registry = registry;
        creation = timer(".creation", "Time to open a connection");
        acquisition = timer(".acquire", "Time that calls wait for a connection");
        usage = timer(".usage", "Time that calls hold a connection");
        timeouts = Counter.builder(PREFIX + ".timeout").description("Calls that timed out waiting for a connection")
                .tag(TAG, POOL).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(PREFIX + name).description(description).tag(TAG, POOL).register(registry);
    }

    @Override
    public void opened(Sizes sizes) {
        gauge("", "Open connections", sizes.total());
        gauge(".active", "Connections in use", sizes.active());
        gauge(".idle", "Connections not in use", sizes.idle());
        gauge(".pending", "Calls that wait for a connection", sizes.pending());
        gauge(".max", "Maximum number of connections", sizes.max());
        gauge(".min", "Minimum number of idle connections", sizes.min());
    }

    private void gauge(String name, String description, IntSupplier number) {
        Gauge.builder(PREFIX + name, number::getAsInt).description(description).tag(TAG, POOL).register(registry);
    }

    @Override
    public void connected(Duration took) {
        creation.record(took);
    }

    @Override
    public void acquired(Duration waited) {
        acquisition.record(waited);
    }

    @Override
    public void returned(Duration used) {
        usage.record(used);
    }

    @Override
    public void timedOut() {
        timeouts.increment();
    }
}
