package sessions.limits;

import java.time.Duration;

/**
 * The number of requests that a caller may send in a period, all at once or spread.
 *
 * @param requests at least one
 * @param period the time in which an empty bucket refills, evenly; longer than zero
 */
public record Rate(int requests, Duration period) {

    public Rate {
        if (requests < 1) {
            throw new IllegalArgumentException("a rate must allow at least one request");
        }
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period of a rate must be longer than zero");
        }
    }
}
