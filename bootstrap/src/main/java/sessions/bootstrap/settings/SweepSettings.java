package sessions.bootstrap.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings for sweeps.
 *
 * @param interval the mean time between sweeps of expired sessions
 * @param retention how long closed and expired sessions are kept, or null for ever
 */
public record SweepSettings(Duration interval, @Nullable Duration retention) {
}
