package sessions.domain.access;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.UnauthorizedException;

/**
 * Says who calls. A driving port that every API asks before it reads a request; for the time of the request it binds the
 * answer to {@link Caller#CURRENT}.
 */
public interface Authenticator {

    /** Lets in everyone, as a caller who may do everything. */
    Authenticator OF_EVERYONE = (_, _, address) -> Caller.anyoneAt(address);

    /**
     * The caller who comes with a key.
     *
     * @param key as the caller presents it, or null for none
     * @param address where the request comes from
     * @throws UnauthorizedException where the service does not know the caller; the message says why, but nothing of the key
     * @throws RateLimitedException where the caller comes too often
     */
    Caller authenticate(String correlationId, @Nullable String key, String address);
}
