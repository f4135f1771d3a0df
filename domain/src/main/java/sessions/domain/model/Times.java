package sessions.domain.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in whole milliseconds, as in the contract. */
final class Times {

    private Times() {
    }

    static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Rounds up to whole milliseconds, so that a bound between two milliseconds keeps its meaning. */
    static Instant toMillisUp(Instant time) {
        Instant down = toMillis(time);
        return down.equals(time) ? down : down.plusMillis(1);
    }

    static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
