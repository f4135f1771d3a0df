package sessions.bootstrap.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service cleans up.
 *
 * @param interval mean time between two sweeps of expired sessions
 * @param retention how long sessions are kept after their end, or null for ever
 */
public record SweepSettings(Duration interval, @Nullable Duration retention) {
}
