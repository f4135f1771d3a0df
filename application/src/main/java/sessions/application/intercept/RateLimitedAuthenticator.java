package sessions.application.intercept;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.RateLimitedException;
import sessions.domain.port.driven.RateLimiter;

/**
 * Limits the requests per network and per key. The request is counted for the network before the key is checked, so
 * that attempts to guess a key are limited too.
 */
public final class RateLimitedAuthenticator implements Authenticator {

    private final Authenticator authenticator;
    private final RateLimiter ofNetworks;
    private final RateLimiter ofKeys;

    /**
     * @param ofNetworks counts by {@linkplain ClientNetwork#of network}
     * @param ofKeys counts by the caller's name; callers without a name are not counted
     */
    public RateLimitedAuthenticator(Authenticator authenticator, RateLimiter ofNetworks, RateLimiter ofKeys) {
        this.authenticator = authenticator;
        this.ofNetworks = ofNetworks;
        this.ofKeys = ofKeys;
    }

    @Override
    public Caller authenticate(String correlationId, @Nullable String key, String address) {
        count(ofNetworks, ClientNetwork.of(address), "from this address");
        Caller caller = authenticator.authenticate(correlationId, key, address);
        if (!caller.name().isEmpty()) {
            count(ofKeys, caller.name(), "with the key " + caller.name());
        }
        return caller;
    }

    private static void count(RateLimiter limit, String caller, String source) {
        Duration wait = limit.count(caller);
        if (!wait.isZero()) {
            throw new RateLimitedException("Too many requests " + source, wait);
        }
    }
}
