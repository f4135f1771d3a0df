package sessions.domain.port.driven;

import java.time.Duration;

/** Driven port: how many requests each caller may send in a while. Counts for this process alone. */
public interface RateLimiter {

    /** As many as anyone likes. */
    RateLimiter NONE = _ -> Duration.ZERO;

    /**
     * Counts one more request of a caller, unless it has come to its limit.
     *
     * @param caller what tells callers apart
     * @return zero where the request may go on, else how long until the caller may send one
     */
    Duration count(String caller);
}
