package sessions.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which pauses a request is sent again that may be repeated. The pauses double from the first to the
 * longest, and each is cut by up to a half at random, so that callers who failed together do not come back together.
 *
 * @param attempts how often a request is sent at the most, 1 to 10; 1 repeats nothing
 * @param firstPause the pause after the first attempt, at least 1 ms
 * @param longestPause no pause is longer, also where the service asks for more ({@code Retry-After}); at most one hour
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    private static final int MAX_ATTEMPTS = 10;
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    /** Three attempts, with pauses of 100 and 200 ms unless the service asks for up to 5 s. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** Every request is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(1, MIN_PAUSE, MIN_PAUSE);

    /** @throws IllegalArgumentException where a part is out of its limits */
    public RetryPolicy {
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 1 to " + MAX_ATTEMPTS + " but are " + attempts);
        }
        if (firstPause.compareTo(MIN_PAUSE) < 0 || firstPause.compareTo(longestPause) > 0
                || longestPause.compareTo(MAX_PAUSE) > 0) {
            throw new IllegalArgumentException("the first pause must be at least 1 ms, and at most the longest, which"
                    + " must be at most 1 h, but they are " + firstPause + " and " + longestPause);
        }
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param failed how many attempts have failed, at least 1
     * @param asked what the service asked for, zero where it did not
     */
    Duration pause(int failed, Duration asked, RandomGenerator random) {
        long longest = longestPause.toMillis();
        long doubled = Math.min(firstPause.toMillis() << (failed - 1), longest);
        long pause = doubled - random.nextLong(doubled / 2 + 1);
        return Duration.ofMillis(Math.max(pause, asked.compareTo(longestPause) > 0 ? longest : asked.toMillis()));
    }
}
