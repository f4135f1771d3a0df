package sessions.bootstrap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.application.SessionRules;
import sessions.rest.HttpSettings;

/**
 * What a running service is made of.
 *
 * @param rules what holds for its sessions
 * @param cleanupInterval mean time between two sweeps of expired sessions
 * @param retention how long sessions are kept after their end, or null for ever
 */
record ServiceSettings(StoreSettings store, HttpSettings http, SessionRules rules, Duration cleanupInterval,
        @Nullable Duration retention) {
}
