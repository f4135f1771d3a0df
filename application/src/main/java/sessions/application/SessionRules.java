package sessions.application;

import java.time.Duration;
import sessions.domain.ExpiryPolicy;

/**
 * What the operators of a service decide about its sessions.
 *
 * @param expiry when sessions end by themselves
 * @param maxPageSize how many sessions a page holds at the most, positive
 * @param touchInterval a touch that comes sooner than this after the last request changes nothing; zero where every
 *                      touch counts
 * @param touchOnGet whether getting a session by the contract's command touches it, once a minute at the most
 * @param idempotencyWindow how long the key of an opening is remembered
 */
public record SessionRules(ExpiryPolicy expiry, int maxPageSize, Duration touchInterval, boolean touchOnGet,
        Duration idempotencyWindow) {

    public static final Duration DEFAULT_IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    /** Every touch counts, getting touches nothing, keys are remembered for a day. */
    public SessionRules(ExpiryPolicy expiry, int maxPageSize) {
        this(expiry, maxPageSize, Duration.ZERO, false, DEFAULT_IDEMPOTENCY_WINDOW);
    }
}
