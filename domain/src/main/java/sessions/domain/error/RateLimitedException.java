package sessions.domain.error;

import java.time.Duration;
import java.util.Map;

/** The caller sends more requests than it may. Nothing was done; the same request is taken a little later. */
public final class RateLimitedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** The particular that tells programs when to come back, in whole seconds. */
    private static final String RETRY_AFTER = "retry_after_seconds";

    private final Duration retryAfter;

    /** @param retryAfter how long until a request is taken again */
    public RateLimitedException(String message, Duration retryAfter) {
        super(ErrorCode.RATE_LIMITED, message, Map.of(RETRY_AFTER, Long.toString(wholeSeconds(retryAfter))), null);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** The same in seconds, rounded up and at least one: who comes back earlier would come in vain. */
    public long retryAfterSeconds() {
        return wholeSeconds(retryAfter);
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
