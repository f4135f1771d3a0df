package sessions.bootstrap.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.limits.Rate;

/** Parses a number of requests per second, minute or hour, such as {@code 100/s}. */
final class RateConverter implements ITypeConverter<Rate> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/([smh])");

    @Override
    public Rate convert(String text) {
        Matcher rate = FORM.matcher(text);
        if (!rate.matches()) {
            throw new TypeConversionException("'" + text + "' is not a rate such as 100/s, 600/m or 5000/h, from 1 to"
                    + " 9999999 per second, minute or hour");
        }
        return new Rate(Integer.parseInt(rate.group(1)), period(rate.group(2)));
    }

    private static Duration period(String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }
}
