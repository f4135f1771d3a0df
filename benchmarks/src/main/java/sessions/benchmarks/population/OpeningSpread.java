package sessions.benchmarks.population;

import java.time.Duration;
import java.time.Instant;

/** Within which time sessions are opened: the shorter, the more of them only their ids tell apart in a list. */
public enum OpeningSpread {

    DAY("a day", Duration.ofDays(1)),
    SECOND("a second", Duration.ofSeconds(1)),
    MILLISECOND("a millisecond", Duration.ofMillis(1));

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final String words;
    private final Duration span;

    OpeningSpread(String words, Duration span) {
        this.words = words;
        this.span = span;
    }

    /** When one of that many sessions is opened, in whole milliseconds. */
    Instant openTime(int index, int of) {
        return START.plusMillis(span.toMillis() * index / of);
    }

    /** When all are open. */
    public Instant end() {
        return START.plus(span);
    }

    @Override
    public String toString() {
        return words;
    }
}
