package sessions.bootstrap.settings;

import org.jspecify.annotations.Nullable;
import sessions.application.intercept.RateLimitedAuthenticator;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driven.RateLimiter;
import sessions.limits.BucketRateLimit;
import sessions.limits.Rate;

/**
 * How often a caller may come.
 *
 * @param byKey most requests with one access key, or null for any number
 * @param byAddress most requests from one address, or null for any number
 */
public record RateSettings(@Nullable Rate byKey, @Nullable Rate byAddress) {

    static final RateSettings UNLIMITED = new RateSettings(null, null);

    /** An admission that lets in nobody more often. */
    public Authenticator around(Authenticator authenticator) {
        return equals(UNLIMITED)
                ? authenticator
                : new RateLimitedAuthenticator(authenticator, limit(byAddress), limit(byKey));
    }

    /** Where there is no limit, nothing of the library for it is loaded. */
    private static RateLimiter limit(@Nullable Rate rate) {
        return rate == null ? RateLimiter.NONE : BucketRateLimit.of(rate);
    }
}
