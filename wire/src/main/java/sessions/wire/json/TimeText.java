package sessions.wire.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times from callers: ISO 8601 or milliseconds since 1970. */
public final class TimeText {

    /** The expected form; completes a sentence that starts with the field's name. */
    public static final String EXPECTED = "must be an ISO 8601 time such as 2020-01-31T08:05:00.123Z, or epoch"
            + " milliseconds"
            + " of five or more digits";

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    /** At least five digits: four digits look like a year. */
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{5,18}");

    private TimeText() {
    }

    /**
     * Parses a time. Returns empty if the text is not valid.
     *
     * @param number whether it was a JSON number; in a text, digits are milliseconds unless there are so few that they
     *               look like a year
     */
    public static Optional<Instant> parse(String text, boolean number) {
        try {
            Instant time = (number ? INTEGER : EPOCH_MILLIS).matcher(text).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : isoTime(text);
            long unused = time.plusMillis(1).toEpochMilli();
            return Optional.of(time);
        } catch (DateTimeException | ArithmeticException unusable) {
            return Optional.empty();
        }
    }

    /** A date without time is its first instant; a time without offset is in UTC. */
    private static Instant isoTime(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from)) {
            case Instant time -> time;
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException("neither a time nor a local time");
        };
    }
}
