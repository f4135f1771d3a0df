package sessions.bootstrap.options;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sessions.bootstrap.settings.ObservabilitySettings;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options for metrics and traces. */
final class ObservabilityOptions {

    private static final String METRICS = "--metrics";
    private static final String LOG_INTERVAL = "--metrics-log-interval";

    @Setting
    @Option(names = METRICS, defaultValue = "true", fallbackValue = "true",
            description = "Collect metrics and serve them at /metrics (default: ${DEFAULT-VALUE}).")
    private boolean metrics = true;

    @Setting
    @Option(names = LOG_INTERVAL, paramLabel = "TIME", converter = DurationConverter.class,
            description = "How often to log the main counters (default: never).")
    private @Nullable Duration metricsLogInterval;

    @Setting
    @Option(names = "--otlp-endpoint", paramLabel = "URL", converter = EndpointConverter.class, description = {
            "Trace collector (OTLP over HTTP), such as", "http://localhost:4318. Can also be set as",
            "OTEL_EXPORTER_OTLP_ENDPOINT (default: no traces)."})
    private @Nullable URI otlpEndpoint;

    ObservabilitySettings settings() {
        return new ObservabilitySettings(metrics, metricsLogInterval, otlpEndpoint);
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems() {
        return metrics || metricsLogInterval == null ? List.of() : List.of(LOG_INTERVAL + " requires " + METRICS);
    }

    /** Parses an HTTP URL. */
    static final class EndpointConverter implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI address = URI.create(text);
                if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (IllegalArgumentException malformed) {
                // Rejected below, like all other invalid URLs.
            }
            throw new TypeConversionException("'" + text + "' is not an address such as http://localhost:4318");
        }
    }
}
