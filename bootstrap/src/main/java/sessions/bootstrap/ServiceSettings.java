package sessions.bootstrap;

import java.time.Duration;
import sessions.domain.ExpiryPolicy;
import sessions.rest.HttpSettings;

/**
 * What a running service is made of.
 *
 * @param expiry when sessions end by themselves
 * @param maxPageSize how many sessions a page holds at the most
 * @param cleanupInterval mean time between two sweeps of expired sessions
 */
record ServiceSettings(StoreSettings store, HttpSettings http, ExpiryPolicy expiry, int maxPageSize,
        Duration cleanupInterval) {
}
