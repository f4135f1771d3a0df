package sessions.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the main counters to the log at an interval, for installations without a metrics system. */
public final class MetricsLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsLog.class);

    private final MeterRegistry registry;
    private final ScheduledExecutorService executor;

    private MetricsLog(MeterRegistry registry) {
        this.registry = registry;
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("metrics-log").daemon().factory());
    }

    /** Starts the log. The first line follows after one interval. */
    public static MetricsLog start(MicrometerTelemetry telemetry, Duration interval) {
        MetricsLog log = new MetricsLog(telemetry.registry());
        ScheduledFuture<?> _ = log.executor.scheduleAtFixedRate(log::write, interval.toMillis(), interval.toMillis(),
                TimeUnit.MILLISECONDS);
        return log;
    }

    private void write() {
        LOG.info("{}", line(registry));
    }

    /** Returns the main counters since startup as one log line. */
    static String line(MeterRegistry registry) {
        Collection<Timer> calls = registry.find(MicrometerTelemetry.CALLS).timers();
        Collection<Timer> storeCalls = registry.find(MicrometerTelemetry.STORE_CALLS).timers();
        Gauge active = registry.find("sessions.active").gauge();
        String sessions = active == null || Double.isNaN(active.value())
                ? ""
                : String.format(Locale.ROOT, ", %.0f active sessions at the last count", active.value());
        return "Since startup: " + count(calls) + " calls, " + mean(calls) + " (" + by("command", calls) + "; "
                + by("outcome", calls) + "), " + count(storeCalls) + " store calls, " + mean(storeCalls) + sessions;
    }

    private static long count(Collection<Timer> timers) {
        return timers.stream().mapToLong(Timer::count).sum();
    }

    private static String mean(Collection<Timer> timers) {
        double total = timers.stream().mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS)).sum();
        return String.format(Locale.ROOT, "%.2f ms on average", total / Math.max(1, count(timers)));
    }

    private static String by(String label, Collection<Timer> timers) {
        return timers.stream().collect(Collectors.groupingBy(timer -> String.valueOf(timer.getId().getTag(label)),
                TreeMap::new, Collectors.summingLong(Timer::count))).entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue()).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
