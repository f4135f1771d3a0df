package sessions.domain.access;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.UnauthorizedException;

/**
 * Authenticates callers. A driving port: each API calls it before it reads a request, and binds the returned caller to
 * {@link Caller#CURRENT} for the duration of the request.
 */
public interface Authenticator {

    /** Accepts everyone as an administrator. */
    Authenticator ALLOW_ALL = (correlationId, key, address) -> Caller.anonymous(address);

    /**
     * Returns the caller to which a key belongs.
     *
     * @param key the key that the caller sent, or null if it sent none
     * @param address the address from which the request comes
     * @throws UnauthorizedException if the caller is unknown; the message gives the reason but no part of the key
     * @throws RateLimitedException if the caller exceeds its request limit
     */
    Caller authenticate(String correlationId, @Nullable String key, String address);
}
