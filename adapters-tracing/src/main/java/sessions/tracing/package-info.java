/** Traces in OpenTelemetry. Entry: {@link sessions.tracing.OpenTelemetryTracing}. */
@NullMarked
package sessions.tracing;

import org.jspecify.annotations.NullMarked;
