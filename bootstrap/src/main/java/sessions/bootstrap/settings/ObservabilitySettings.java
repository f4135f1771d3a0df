package sessions.bootstrap.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the service tells about its work, beside what can be asked for.
 *
 * @param measured whether there are measurements
 * @param metricsLogInterval time between two lines of the log with the main counters, or null for none
 * @param otlpEndpoint the collector of traces, or null where none is set here
 */
public record ObservabilitySettings(boolean measured, @Nullable Duration metricsLogInterval,
        @Nullable URI otlpEndpoint) {

    private static final Set<String> VARIABLES = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    /** Whether a collector is named, here or by the standard variables of OpenTelemetry. */
    public boolean isTraced(Map<String, String> variables) {
        return otlpEndpoint != null
                || VARIABLES.stream().anyMatch(name -> !variables.getOrDefault(name, "").isBlank());
    }
}
