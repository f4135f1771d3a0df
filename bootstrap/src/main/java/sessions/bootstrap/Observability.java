package sessions.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionStore;
import sessions.domain.Telemetry;
import sessions.metrics.MetricsLog;
import sessions.metrics.MicrometerTelemetry;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.rest.HttpApi;
import sessions.tracing.OpenTelemetryTracing;

/** What watches one running service. */
final class Observability implements AutoCloseable {

    private final MicrometerTelemetry metrics;
    private final @Nullable MetricsLog log;
    private final @Nullable OpenTelemetryTracing tracing;

    private Observability(MicrometerTelemetry metrics, @Nullable MetricsLog log,
            @Nullable OpenTelemetryTracing tracing) {
        this.metrics = metrics;
        this.log = log;
        this.tracing = tracing;
    }

    static Observability start(ObservabilitySettings settings, InstantSource clock) {
        MicrometerTelemetry metrics = new MicrometerTelemetry(clock, Version.text());
        Duration interval = settings.metricsLogInterval();
        return new Observability(metrics, interval == null ? null : MetricsLog.start(metrics, interval),
                tracing(settings));
    }

    /** Where nobody wants traces, nothing of the library for them is loaded. */
    private static @Nullable OpenTelemetryTracing tracing(ObservabilitySettings settings) {
        return settings.isTraced(System.getenv())
                ? OpenTelemetryTracing.start(settings.otlpEndpoint(), Version.text())
                : null;
    }

    /** Also watches what a store alone knows of itself. */
    void watch(SessionStore store) {
        if (store instanceof JdbiSessionStore database) {
            database.reportPoolTo(metrics.registry());
        }
    }

    /** Also watches the connections of an API. */
    void watch(HttpApi http) {
        metrics.gauge("sessions.http.connections", "Connections of callers that are open", http::connections);
    }

    Telemetry telemetry() {
        return tracing == null ? metrics : metrics.and(tracing);
    }

    /** All measurements so far, in Prometheus' text format. */
    String metrics() {
        return metrics.text();
    }

    @Override
    public void close() {
        try (metrics; log; tracing) {
            // Closed in turn, whatever fails.
        }
    }
}
