package sessions.limits;

import java.time.Duration;

/**
 * How many requests a caller may send: all of them at once, or spread.
 *
 * @param requests at least one
 * @param period in which they come back, evenly; longer than zero
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
