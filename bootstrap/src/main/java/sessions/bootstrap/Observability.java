package sessions.bootstrap;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionStore;
import sessions.domain.Telemetry;
import sessions.metrics.MetricsLog;
import sessions.metrics.MicrometerTelemetry;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.rest.HttpApi;

/** What watches one running service. */
final class Observability implements AutoCloseable {

    private final MicrometerTelemetry metrics;
    private final @Nullable MetricsLog log;

    private Observability(MicrometerTelemetry metrics, @Nullable MetricsLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    static Observability start(ObservabilitySettings settings, InstantSource clock) {
        MicrometerTelemetry metrics = new MicrometerTelemetry(clock, Version.text());
        return new Observability(metrics, settings.metricsLogInterval() == null
                ? null
                : MetricsLog.start(metrics, settings.metricsLogInterval()));
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
        return metrics;
    }

    /** All measurements so far, in Prometheus' text format. */
    String metrics() {
        return metrics.text();
    }

    @Override
    public void close() {
        try (metrics; log) {
            // Closed in turn, whatever fails.
        }
    }
}
