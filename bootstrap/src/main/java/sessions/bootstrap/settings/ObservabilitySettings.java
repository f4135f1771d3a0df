package sessions.bootstrap.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings for metrics and traces.
 *
 * @param measured whether metrics are on
 * @param metricsLogInterval the interval at which the main counters are logged, or null for never
 * @param otlpEndpoint the collector of traces, or null if none is set here
 */
public record ObservabilitySettings(boolean measured, @Nullable Duration metricsLogInterval,
        @Nullable URI otlpEndpoint) {

    private static final Set<String> VARIABLES = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    /** Whether a collector is set, here or in the standard variables of OpenTelemetry. */
    public boolean isTraced(Map<String, String> variables) {
        return otlpEndpoint != null
                || VARIABLES.stream().anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
    }
}
