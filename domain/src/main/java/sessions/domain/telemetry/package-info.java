/** The driven port for metrics and traces, and the trace context that travels with requests. */
@NullMarked
package sessions.domain.telemetry;

import org.jspecify.annotations.NullMarked;
