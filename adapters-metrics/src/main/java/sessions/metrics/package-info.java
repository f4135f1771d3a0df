/** Metrics for Prometheus. Entry: {@link sessions.metrics.MicrometerTelemetry}. */
@NullMarked
package sessions.metrics;

import org.jspecify.annotations.NullMarked;
