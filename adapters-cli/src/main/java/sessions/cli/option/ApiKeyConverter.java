package sessions.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a key, which goes into a header. What it is not shows no part of it. */
final class ApiKeyConverter implements ITypeConverter<String> {

    private static final Pattern FORM = Pattern.compile("[!-~]+");

    @Override
    public String convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("an API key is printable ASCII without spaces");
        }
        return text;
    }
}
