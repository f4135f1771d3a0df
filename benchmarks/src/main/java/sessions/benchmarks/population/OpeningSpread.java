package sessions.benchmarks.population;

import java.time.Duration;
import java.time.Instant;

/**
 * The period in which sessions are opened. The shorter it is, the more sessions of a list have the same open time and
 * differ only in their ids.
 */
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

    /** Returns the open time of one of several sessions, in whole milliseconds. */
    Instant openTime(int index, int of) {
        return START.plusMillis(span.toMillis() * index / of);
    }

    /** Returns the time when all sessions are open. */
    public Instant end() {
        return START.plus(span);
    }

    @Override
    public String toString() {
        return words;
    }
}
