package sessions.application.intercept;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.RateLimitedException;
import sessions.domain.port.driven.RateLimiter;

/**
 * Lets in only so many requests of a network and of a key. That of the network counts before the key is looked at, so that
 * nobody can try out keys any faster.
 */
public final class RateLimitedAuthenticator implements Authenticator {

    private final Authenticator authenticator;
    private final RateLimiter ofNetworks;
    private final RateLimiter ofKeys;

    /**
     * @param ofNetworks counts by {@linkplain ClientNetwork#of network}
     * @param ofKeys counts by the caller's name; callers without one are not told apart and not counted
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

    private static void count(RateLimiter limit, String caller, String whose) {
        Duration wait = limit.count(caller);
        if (!wait.isZero()) {
            throw new RateLimitedException("Too many requests " + whose, wait);
        }
    }
}
