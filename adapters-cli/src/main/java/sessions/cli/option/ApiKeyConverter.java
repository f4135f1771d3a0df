package sessions.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks that an API key can be sent in a header. The error message does not contain the key. */
final class ApiKeyConverter implements ITypeConverter<String> {

    private static final Pattern FORM = Pattern.compile("[!-~]+");

    @Override
    public String convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("an API key must be printable ASCII without spaces");
        }
        return text;
    }
}
