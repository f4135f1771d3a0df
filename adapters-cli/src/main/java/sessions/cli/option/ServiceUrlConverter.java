package sessions.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the URL of a service. Rejects credentials and queries, which would end up in shell histories and logs. */
final class ServiceUrlConverter implements ITypeConverter<URI> {

    private static final int LAST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text);
            if (isHttp(url) && url.getHost() != null && url.getPort() <= LAST_PORT && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // Rejected below, like all other invalid URLs.
        }
        // The text may contain a password, so the message must not show it.
        throw new TypeConversionException(
                "must be a URL such as http://127.0.0.1:8080 or https://host/path, without user"
                        + " info, query and fragment");
    }

    private static boolean isHttp(URI url) {
        @Nullable
        String scheme = url.getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }
}
