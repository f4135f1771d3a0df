package sessions.application;

import java.time.Duration;
import sessions.domain.model.ExpiryPolicy;

/**
 * What the operators of a service decide about its sessions.
 *
 * @param expiry when sessions end by themselves
 * @param maxPageSize how many sessions a page holds at the most, positive
 * @param touchInterval a touch that comes sooner than this after the last request changes nothing; zero where every
 *                      touch counts, and {@link #longestTouchInterval} at the most
 * @param touchOnGet whether getting a session by the contract's command touches it, once a minute at the most, or in half of
 *                   the idle timeout if that is shorter
 * @param idempotencyWindow how long the key of an opening is remembered, positive
 */
public record SessionRules(ExpiryPolicy expiry, int maxPageSize, Duration touchInterval, boolean touchOnGet,
        Duration idempotencyWindow) {

    public static final Duration DEFAULT_IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    /** Most gets of clients that only ever read stay reads. */
    private static final Duration USUAL_INTERVAL_OF_TOUCHES_ON_GET = Duration.ofMinutes(1);

    public SessionRules {
        require(maxPageSize > 0, "the page size is positive");
        require(idempotencyWindow.isPositive(), "the idempotency window is positive");
        require(!touchInterval.isNegative() && touchInterval.compareTo(longestTouchInterval(expiry)) <= 0,
                "the touch interval is 0 to half of the idle timeout");
    }

    /** Every touch counts, getting touches nothing, keys are remembered for a day. */
    public SessionRules(ExpiryPolicy expiry, int maxPageSize) {
        this(expiry, maxPageSize, Duration.ZERO, false, DEFAULT_IDEMPOTENCY_WINDOW);
    }

    /** Half of the idle timeout: beyond, a session could expire although it is touched again and again. */
    public static Duration longestTouchInterval(ExpiryPolicy expiry) {
        return expiry.idleTimeout().dividedBy(2);
    }

    /** How long after the last request getting a session touches it, where it does. */
    Duration intervalOfTouchesOnGet() {
        Duration longest = longestTouchInterval(expiry);
        Duration usual = USUAL_INTERVAL_OF_TOUCHES_ON_GET.compareTo(longest) < 0
                ? USUAL_INTERVAL_OF_TOUCHES_ON_GET
                : longest;
        return usual.compareTo(touchInterval) > 0 ? usual : touchInterval;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
