package sessions.bootstrap;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sessions.cli.DurationConverter;
import sessions.cli.Setting;

/** The options of what the service tells about its work. */
final class ObservabilityOptions {

    @Setting
    @Option(names = "--metrics-log-interval", paramLabel = "TIME", converter = DurationConverter.class,
            description = "Time between two lines of the log with the main counters (default: none).")
    private @Nullable Duration metricsLogInterval;

    @Setting
    @Option(names = "--otlp-endpoint", paramLabel = "URL", converter = EndpointConverter.class, description = {
            "Collector of traces, such as http://localhost:4318, spoken to by OTLP over HTTP;",
            "also OTEL_EXPORTER_OTLP_ENDPOINT (default: no traces)."})
    private @Nullable URI otlpEndpoint;

    ObservabilitySettings settings() {
        return new ObservabilitySettings(metricsLogInterval, otlpEndpoint);
    }

    /** Reads the address of a service that speaks HTTP. */
    static final class EndpointConverter implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI address = URI.create(text);
                if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (IllegalArgumentException malformed) {
                // As wrong as what is no address of HTTP.
            }
            throw new TypeConversionException("'" + text + "' is not an address such as http://localhost:4318");
        }
    }
}
