package sessions.bootstrap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the service tells about its work, beside what can be asked for.
 *
 * @param metricsLogInterval time between two lines of the log with the main counters, or null for none
 */
record ObservabilitySettings(@Nullable Duration metricsLogInterval) {
}
