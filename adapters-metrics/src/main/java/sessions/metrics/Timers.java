package sessions.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sessions.domain.telemetry.Telemetry;

/** Timers for one kind of activity, by its name and outcome, with a histogram. */
final class Timers {

    /**
     * Histogram bounds near the latencies that users notice: reads of an embedded store take less than the first, most
     * requests should take less than 0.1 s.
     */
    private static final Duration[] BOUNDS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final String label;
    private final String outcome;

    /** Caches the timers, because a lookup in the registry costs more than the measurement. */
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String value, String outcome) {
    }

    /**
     * @param label name of the label for the activity's name, or empty for none
     * @param outcome name of the label for the outcome
     */
    Timers(MeterRegistry registry, String name, String description, String label, String outcome) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.label = label;
        this.outcome = outcome;
    }

    Telemetry.Activity begin(String value) {
        long began = System.nanoTime();
        return result -> timers.computeIfAbsent(new Key(value, result), this::timer).record(System.nanoTime() - began,
                TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        Timer.Builder timer = Timer.builder(name).description(description).tag(outcome, key.outcome)
                .serviceLevelObjectives(BOUNDS);
        return (label.isEmpty() ? timer : timer.tag(label, key.value)).register(registry);
    }
}
