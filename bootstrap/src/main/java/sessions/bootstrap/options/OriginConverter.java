package sessions.bootstrap.options;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses an origin as browsers send it: scheme, host and port, nothing after them. */
public final class OriginConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        String origin = text.strip();
        if (origin.equals("*") || isOrigin(origin)) {
            return origin;
        }
        throw new TypeConversionException("'" + text + "' is not an origin such as https://app.example.com, or *");
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
