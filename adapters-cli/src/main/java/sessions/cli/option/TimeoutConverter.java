package sessions.cli.option;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.DurationConverter;
import sessions.shell.TerminalText;

/** Parses the timeout of a request. */
final class TimeoutConverter implements ITypeConverter<Duration> {

    private static final Duration MAX_TIMEOUT = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Duration timeout = new DurationConverter().convert(text);
        if (timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new TypeConversionException("'" + TerminalText.text(text) + "' is more than a day");
        }
        return timeout;
    }
}
