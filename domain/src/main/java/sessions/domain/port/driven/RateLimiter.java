package sessions.domain.port.driven;

import java.time.Duration;

/** Limits the request rate per caller. A driven port. Each process counts separately. */
public interface RateLimiter {

    /** Allows any number of requests. */
    RateLimiter NONE = caller -> Duration.ZERO;

    /**
     * Counts one more request of a caller, unless the caller has reached its limit.
     *
     * @param caller identifies the caller
     * @return zero if the request is allowed; otherwise the time until the caller may send one
     */
    Duration count(String caller);
}
