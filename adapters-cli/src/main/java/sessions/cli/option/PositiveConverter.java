package sessions.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.TerminalText;

/** Parses a positive number. */
public final class PositiveConverter implements ITypeConverter<Integer> {

    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,8}");

    @Override
    public Integer convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + TerminalText.text(text) + "' is not a whole number from 1 to 999999999");
        }
        return Integer.valueOf(text);
    }
}
