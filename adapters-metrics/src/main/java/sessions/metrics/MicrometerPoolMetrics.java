package sessions.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import sessions.domain.telemetry.PoolMetrics;

/** Metrics of a store's connection pool, under HikariCP's names. They exist once a pool has opened. */
record MicrometerPoolMetrics(MeterRegistry registry) implements PoolMetrics {

    private static final String PREFIX = "hikaricp.connections";
    private static final String TAG = "pool";
    private static final String POOL = "sessions";

    @Override
    public Recorder opened(Sizes sizes) {
        gauge("", "Open connections", sizes.total());
        gauge(".active", "Connections in use", sizes.active());
        gauge(".idle", "Connections not in use", sizes.idle());
        gauge(".pending", "Calls that wait for a connection", sizes.pending());
        gauge(".max", "Maximum number of connections", sizes.max());
        gauge(".min", "Minimum number of idle connections", sizes.min());
        return new PoolRecorder(timer(".creation", "Time to open a connection"),
                timer(".acquire", "Time that calls wait for a connection"),
                timer(".usage", "Time that calls hold a connection"),
                Counter.builder(PREFIX + ".timeout").description("Calls that timed out waiting for a connection")
                        .tag(TAG, POOL).register(registry));
    }

    private void gauge(String name, String description, IntSupplier number) {
        Gauge.builder(PREFIX + name, number::getAsInt).description(description).tag(TAG, POOL).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(PREFIX + name).description(description).tag(TAG, POOL).register(registry);
    }

    private record PoolRecorder(Timer creation, Timer acquisition, Timer usage, Counter timeouts) implements Recorder {

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
}
