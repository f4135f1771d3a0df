package sessions.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sessions.domain.telemetry.Telemetry;

/** The times of activities of one kind, by what they were and what became of them, with their distribution. */
final class Timers {

    /** Around what users notice: reads of an embedded store take less than the first, most requests should less than 0.1 s. */
    private static final Duration[] BOUNDS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final String what;
    private final String outcome;

    /** As looking one up in the registry costs more than the measuring. */
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String what, String outcome) {
    }

    /**
     * @param what name of the label that says what it was, empty for none
     * @param outcome name of the label that says what became of it
     */
    Timers(MeterRegistry registry, String name, String description, String what, String outcome) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.what = what;
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
        return (what.isEmpty() ? timer : timer.tag(what, key.what)).register(registry);
    }
}
