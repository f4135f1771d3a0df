package sessions.cli.option;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.DurationConverter;
import sessions.shell.TerminalText;
import sessions.wire.json.TimeText;

/**
 * A time on the command line: an age such as {@code 2h} (two hours ago), or ISO 8601.
 *
 * @param time the time, or null if it is relative
 * @param ago the age, or null if the time is absolute
 */
public record TimeExpression(@Nullable Instant time, @Nullable Duration ago) {

    /** Returns the time, relative to {@code now}. */
    public Instant asOf(Instant now) {
        return time != null ? time : now.minus(ago == null ? Duration.ZERO : ago);
    }

    public static final class Converter implements ITypeConverter<TimeExpression> {

        @Override
        public TimeExpression convert(String text) {
            Optional<Instant> time = TimeText.parse(text, false);
            return time.isPresent() ? new TimeExpression(time.get(), null) : new TimeExpression(null, ago(text));
        }

        private static Duration ago(String text) {
            try {
                return new DurationConverter().convert(text);
            } catch (TypeConversionException malformed) {
                throw new TypeConversionException("'" + TerminalText.text(text)
                        + "' is neither a time such as 2026-01-31T08:05:00Z nor an age such as 90m or 2h");
            }
        }
    }
}
