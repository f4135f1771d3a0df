package sessions.bootstrap;

import java.time.Duration;
import sessions.application.SessionRules;
import sessions.rest.HttpSettings;

/**
 * What a running service is made of.
 *
 * @param rules what holds for its sessions
 * @param cleanupInterval mean time between two sweeps of expired sessions
 */
record ServiceSettings(StoreSettings store, HttpSettings http, SessionRules rules, Duration cleanupInterval) {
}
