package sessions.domain.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Determines when a session expires.
 *
 * @param idleTimeout the time from the last request to the expiry, at least one millisecond
 * @param maxLifetime the absolute lifetime: the time from opening to expiry regardless of requests; null for no limit
 */
public record ExpiryPolicy(Duration idleTimeout, @Nullable Duration maxLifetime) {

    /** The longest duration that can be set. It is safe to add to any time of the service in milliseconds. */
    public static final Duration MAX = Duration.ofDays(36_500);

    /** The contract's default: 24 hours after the last request, no absolute lifetime. */
    public static final ExpiryPolicy DEFAULT = new ExpiryPolicy(Duration.ofHours(24), null);

    public ExpiryPolicy {
        require("idle timeout", idleTimeout);
        if (maxLifetime != null) {
            require("maximum lifetime", maxLifetime);
        }
    }

    private static void require(String name, Duration duration) {
        if (duration.toMillis() < 1 || duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(name + " must be 1 ms to " + MAX.toDays() + " days");
        }
    }

    /**
     * Returns the last instant at which a session is alive: its last request plus the idle timeout, or its open time
     * plus the absolute lifetime if that is earlier. Never before the request time, even if the lifetime has been
     * shortened since: the session was alive when it served that request.
     */
    public Instant expiresAt(Instant openTime, Instant requestTime) {
        Instant idle = requestTime.plus(idleTimeout);
        Instant end = maxLifetime == null ? idle : Times.earliest(idle, openTime.plus(maxLifetime));
        return Times.latest(end, requestTime);
    }
}
