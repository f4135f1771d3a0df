package sessions.bootstrap.settings;

import org.jspecify.annotations.Nullable;
import sessions.application.intercept.RateLimitedAuthenticator;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driven.RateLimiter;
import sessions.limits.BucketRateLimit;
import sessions.limits.Rate;

/**
 * The rate limits.
 *
 * @param byKey the maximum rate per API key, or null for no limit
 * @param byAddress the maximum rate per client address, or null for no limit
 */
public record RateSettings(@Nullable Rate byKey, @Nullable Rate byAddress) {

    static final RateSettings UNLIMITED = new RateSettings(null, null);

    /** Returns an authenticator that applies the limits around another one. */
    public Authenticator around(Authenticator authenticator) {
        return equals(UNLIMITED)
                ? authenticator
                : new RateLimitedAuthenticator(authenticator, limit(byAddress), limit(byKey));
    }

    /** Returns the limiter for a rate; without one, the library is not loaded. */
    private static RateLimiter limit(@Nullable Rate rate) {
        return rate == null ? RateLimiter.NONE : BucketRateLimit.of(rate);
    }
}
