package sessions.domain.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a session ends by itself.
 *
 * @param idleTimeout how long a session lives after its last request, at least one millisecond
 * @param maxLifetime how long a session lives at the most, however busy, or null for no such limit
 */
public record ExpiryPolicy(Duration idleTimeout, @Nullable Duration maxLifetime) {

    /**
     * The longest duration that can be set: far beyond any use, and safe to add to any time of ours in milliseconds.
     */
    public static final Duration MAX = Duration.ofDays(36_500);

    /** The contract's default: 24 hours after the last request, no absolute limit. */
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
     * The last instant at which a session is alive: idle timeout after its last request, yet not beyond its maximum
     * lifetime. Never before the request time, even when the lifetime was shortened since: a request that was served
     * was served alive.
     */
    public Instant expiresAt(Instant openTime, Instant requestTime) {
        Instant idle = requestTime.plus(idleTimeout);
        Instant end = maxLifetime == null ? idle : Times.earliest(idle, openTime.plus(maxLifetime));
        return Times.latest(end, requestTime);
    }
}
