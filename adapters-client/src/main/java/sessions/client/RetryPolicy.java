package sessions.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The number of attempts for a repeatable request, and the pauses between them. The pauses double from the first to the
 * longest. Each is shortened by a random amount of up to half, so that callers that failed together do not retry
 * together.
 *
 * @param attempts the maximum number of attempts per request, 1 to 10; 1 means no retries
 * @param firstPause the pause after the first attempt, at least 1 ms
 * @param longestPause the longest pause, even if the service requests a longer one ({@code Retry-After}); at most one
 *         hour
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    private static final int MAX_ATTEMPTS = 10;
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    /** Three attempts, with pauses of up to 100 and 200 ms, or up to 5 s if the service requests it. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** No retries: each request is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(1, MIN_PAUSE, MIN_PAUSE);

    /** @throws IllegalArgumentException if a value is outside its limits */
    public RetryPolicy {
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 1 to " + MAX_ATTEMPTS + " but are " + attempts);
        }
        if (firstPause.compareTo(MIN_PAUSE) < 0 || firstPause.compareTo(longestPause) > 0
                || longestPause.compareTo(MAX_PAUSE) > 0) {
            throw new IllegalArgumentException("the first pause must be 1 ms to the longest pause, and the longest"
                    + " pause at most 1 h, but they are " + firstPause + " and " + longestPause);
        }
    }

    /**
     * Returns the pause before the next attempt.
     *
     * @param failed the number of failed attempts, at least 1
     * @param requested the pause that the service requested; zero if none
     */
    Duration pause(int failed, Duration requested, RandomGenerator random) {
        long longest = longestPause.toMillis();
        long doubled = Math.min(firstPause.toMillis() << (failed - 1), longest);
        long pause = doubled - random.nextLong(doubled / 2 + 1);
        return Duration
                .ofMillis(Math.max(pause, requested.compareTo(longestPause) > 0 ? longest : requested.toMillis()));
    }
}
