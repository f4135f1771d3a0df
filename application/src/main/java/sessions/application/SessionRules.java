package sessions.application;

import java.time.Duration;
import sessions.domain.model.ExpiryPolicy;

/**
 * The operator's settings for sessions.
 *
 * @param expiry determines when sessions expire
 * @param maxPageSize the maximum number of sessions per page, positive
 * @param touchInterval a touch within this time after the last request changes nothing; zero if every touch counts, at
 *                      most {@link #longestTouchInterval}
 * @param touchOnGet whether getting a session by the contract's command touches it: at most once a minute, or once per
 *                   half of the idle timeout if that is shorter
 * @param idempotencyWindow how long idempotency records are kept, positive
 */
public record SessionRules(ExpiryPolicy expiry, int maxPageSize, Duration touchInterval, boolean touchOnGet,
        Duration idempotencyWindow) {

    public static final Duration DEFAULT_IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    /** Long enough that most reads do not write. */
    private static final Duration DEFAULT_READ_TOUCH_INTERVAL = Duration.ofMinutes(1);

    public SessionRules {
        require(maxPageSize > 0, "the page size must be positive");
        require(idempotencyWindow.isPositive(), "the idempotency window must be positive");
        require(!touchInterval.isNegative() && touchInterval.compareTo(longestTouchInterval(expiry)) <= 0,
                "the touch interval must be from 0 to half of the idle timeout");
    }

    /** Every touch counts, reads do not touch, and idempotency records are kept for a day. */
    public SessionRules(ExpiryPolicy expiry, int maxPageSize) {
        this(expiry, maxPageSize, Duration.ZERO, false, DEFAULT_IDEMPOTENCY_WINDOW);
    }

    /**
     * Returns half of the idle timeout. With a longer interval, a session could expire even if it is touched
     * repeatedly.
     */
    public static Duration longestTouchInterval(ExpiryPolicy expiry) {
        return expiry.idleTimeout().dividedBy(2);
    }

    /** Returns the minimum time between the last request and the next touch by a read, if reads touch. */
    Duration readTouchInterval() {
        Duration longest = longestTouchInterval(expiry);
        Duration usual = DEFAULT_READ_TOUCH_INTERVAL.compareTo(longest) < 0
                ? DEFAULT_READ_TOUCH_INTERVAL
                : longest;
        return usual.compareTo(touchInterval) > 0 ? usual : touchInterval;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
