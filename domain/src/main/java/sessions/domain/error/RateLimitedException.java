package sessions.domain.error;

import java.time.Duration;
import java.util.Map;

/** The caller exceeds its request limit. Nothing was done; the request can be repeated later. */
public final class RateLimitedException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** The detail that tells programs when to retry, in whole seconds. */
    private static final String RETRY_AFTER = "retry_after_seconds";

    private final Duration retryAfter;

    /** @param retryAfter the time until the next request is accepted */
    public RateLimitedException(String message, Duration retryAfter) {
        super(ErrorCode.RATE_LIMITED, message, Map.of(RETRY_AFTER, Long.toString(wholeSeconds(retryAfter))), null);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns this time in seconds, rounded up and at least 1, so that a retry after it is not too early. */
    public long retryAfterSeconds() {
        return wholeSeconds(retryAfter);
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
