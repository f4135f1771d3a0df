package sessions.shell;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.domain.model.ExpiryPolicy;

/**
 * Parses durations such as {@code 15m}, {@code 24h} or {@code PT15M} (ISO 8601). A number without unit is rejected,
 * because its unit would be unclear.
 */
public final class DurationConverter implements ITypeConverter<Duration> {

    /** Also accepts {@code 0}, for options where it has a meaning. */
    public static final class OrZero implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return text.equals("0") ? Duration.ZERO : new DurationConverter().convert(text);
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");

    @Override
    public Duration convert(String text) {
        Duration duration;
        try {
            Matcher matcher = FORM.matcher(text);
            duration = matcher.matches()
                    ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException malformed) {
            throw new TypeConversionException("'" + text + "' is not a time such as 500ms, 30s, 15m, 24h, 7d or PT15M");
        }
        if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(ExpiryPolicy.MAX) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not between 1ms and " + ExpiryPolicy.MAX.toDays() + "d");
        }
        return duration;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
