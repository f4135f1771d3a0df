package sessions.cli.output;

import java.time.Duration;
import java.time.Instant;

/** Formats times relative to now, in their largest unit only. */
final class RelativeTime {

    private static final int MANY_DAYS = 2;

    private RelativeTime() {
    }

    /** Returns a text such as {@code 3m ago} or {@code in 23h}. */
    static String of(Instant time, Instant now) {
        // The service's clock may be slightly ahead.
        return time.isAfter(now.plusSeconds(1))
                ? "in " + text(Duration.between(now, time))
                : text(time.isAfter(now) ? Duration.ZERO : Duration.between(time, now)) + " ago";
    }

    private static String text(Duration duration) {
        if (duration.toDays() >= MANY_DAYS) {
            return duration.toDays() + "d";
        }
        if (duration.toHours() >= 1) {
            return duration.toHours() + "h";
        }
        return duration.toMinutes() >= 1 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
