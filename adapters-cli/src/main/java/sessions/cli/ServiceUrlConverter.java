package sessions.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where a service is. A key or a query in it would end up in histories and logs, so neither is taken. */
final class ServiceUrlConverter implements ITypeConverter<URI> {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text);
            if (isHttp(url) && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like all that is no such URL.
        }
        throw new TypeConversionException(
                "'" + Shown.text(text) + "' is not a URL such as http://127.0.0.1:8080 or https://host/path");
    }

    private static boolean isHttp(URI url) {
        @Nullable
        String scheme = url.getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }
}
