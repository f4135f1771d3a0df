package sessions.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import sessions.domain.telemetry.Telemetry;

/** Counts and durations of sweeps, and the time of the last success. */
final class SweepMetrics {

    private static final double MILLIS_PER_SECOND = 1000;

    private final InstantSource clock;
    private final Timer succeeded;
    private final Timer failed;
    private final Counter closed;
    private final Counter removed;

    /** The startup time until the first sweep succeeds. */
    private volatile Instant lastSuccess;

    SweepMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        lastSuccess = clock.instant();
        succeeded = timer(registry, "ok");
        failed = timer(registry, "failed");
        closed = Counter.builder("sessions.swept.closed").description("Expired sessions closed by sweeps")
                .register(registry);
        removed = Counter.builder("sessions.swept.removed")
                .description("Sessions removed by sweeps after the retention time").register(registry);
        Gauge.builder("sessions.sweep.last.success.timestamp.seconds", this::lastSuccess)
                .description("Time of the last successful sweep; start time before the first").register(registry);
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("sessions.sweeps").description("Duration of sweeps, including pauses")
                .tag("outcome", outcome).register(registry);
    }

    void recordCompleted(Telemetry.Sweep sweep) {
        succeeded.record(sweep.time());
        closed.increment((double) sweep.closed());
        removed.increment((double) sweep.removed());
        lastSuccess = clock.instant();
    }

    void recordFailed(Duration time) {
        failed.record(time);
    }

    private double lastSuccess() {
        return lastSuccess.toEpochMilli() / MILLIS_PER_SECOND;
    }
}
