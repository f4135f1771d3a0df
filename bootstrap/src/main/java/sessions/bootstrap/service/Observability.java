package sessions.bootstrap.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.bootstrap.settings.ObservabilitySettings;
import sessions.domain.telemetry.PoolMetrics;
import sessions.domain.telemetry.Telemetry;
import sessions.metrics.MetricsLog;
import sessions.metrics.MicrometerTelemetry;
import sessions.tracing.OpenTelemetryTracing;

/** The metrics and traces of one running service. */
final class Observability implements AutoCloseable {

    private final @Nullable MicrometerTelemetry metrics;
    private final @Nullable MetricsLog log;
    private final @Nullable OpenTelemetryTracing tracing;

    private Observability(@Nullable MicrometerTelemetry metrics, @Nullable MetricsLog log,
            @Nullable OpenTelemetryTracing tracing) {
        this.metrics = metrics;
        this.log = log;
        this.tracing = tracing;
    }

    static Observability start(ObservabilitySettings settings, InstantSource clock) {
        MicrometerTelemetry metrics = settings.measured()
                ? new MicrometerTelemetry(clock, ProgramVersion.text())
                : null;
        return new Observability(metrics, log(metrics, settings.metricsLogInterval()), tracing(settings));
    }

    private static @Nullable MetricsLog log(@Nullable MicrometerTelemetry metrics, @Nullable Duration interval) {
        return metrics == null || interval == null ? null : MetricsLog.start(metrics, interval);
    }

    /** Starts tracing if it is enabled; otherwise its library is not loaded. */
    private static @Nullable OpenTelemetryTracing tracing(ObservabilitySettings settings) {
        return settings.isTraced(System.getenv())
                ? OpenTelemetryTracing.start(settings.otlpEndpoint(), ProgramVersion.text())
                : null;
    }

    /** Receives the metrics of the store's connection pool. */
    PoolMetrics poolMetrics() {
        return metrics == null ? PoolMetrics.NONE : metrics.pool();
    }

    /**
     * Adds a metric for the open connections of an API.
     *
     * @param api the name of the API in the metric
     */
    void watchConnections(String api, IntSupplier open) {
        if (metrics != null) {
            metrics.gauge("sessions." + api + ".connections", "Open client connections", open);
        }
    }

    Telemetry telemetry() {
        Telemetry measured = Objects.requireNonNullElse(metrics, Telemetry.NONE);
        return tracing == null ? measured : measured.and(tracing);
    }

    /** Supplies all metrics in Prometheus' text format, or null if metrics are off. */
    @Nullable
    Supplier<String> metrics() {
        return metrics == null ? null : metrics::scrape;
    }

    @Override
    public void close() {
        try (metrics; log; tracing) {
            // Closes each, even if another fails.
        }
    }
}
