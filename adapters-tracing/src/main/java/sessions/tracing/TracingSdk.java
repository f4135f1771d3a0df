package sessions.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configures OpenTelemetry's SDK from its standard environment variables ({@code OTEL_SERVICE_NAME},
 * {@code OTEL_TRACES_SAMPLER}, …), with defaults for this service.
 */
final class TracingSdk {

    /** Exports traces only: metrics go to Prometheus and logs to the log. */
    private static final Map<String, String> DEFAULTS = Map.of("otel.service.name", "sessions",
            "otel.metrics.exporter", "none", "otel.logs.exporter", "none", "otel.exporter.otlp.protocol",
            "http/protobuf");

    private TracingSdk() {
    }

    static OpenTelemetrySdk configured(@Nullable URI endpoint, String version) {
        Map<String, String> given = endpoint == null
                ? Map.of()
                : Map.of("otel.exporter.otlp.endpoint", endpoint.toString());
        // No shutdown hook: the service closes the SDK itself, after the last span.
        return AutoConfiguredOpenTelemetrySdk.builder().disableShutdownHook().addPropertiesSupplier(() -> DEFAULTS)
                .addPropertiesCustomizer(_ -> given)
                .addResourceCustomizer((resource, _) -> resource.merge(Resource.create(
                        Attributes.of(AttributeKey.stringKey("service.version"), version))))
                .build().getOpenTelemetrySdk();
    }
}
