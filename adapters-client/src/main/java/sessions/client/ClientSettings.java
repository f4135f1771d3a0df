package sessions.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the client.
 *
 * @param baseUri the service's address: {@code http} or {@code https}, with a path if the service is below one, without
 *            query and user info; a trailing slash is removed
 * @param apiKey sent as {@code Authorization: Bearer}; null for none
 * @param authorities the certificates of the only authorities to trust for {@code https}, in PEM; null for those that
 *            the JVM trusts
 * @param connectTimeout the time limit for opening a connection, 1 ms to one day
 * @param requestTimeout the time limit for one request, from sending it to the last byte of the response, with all
 *            retries and the pauses between them, 1 ms to one day; it does not apply to a backup, which may take one
 *            day
 * @param retries how often and when failed requests are repeated
 */
public record ClientSettings(URI baseUri, @Nullable String apiKey, @Nullable String authorities,
        Duration connectTimeout,
        Duration requestTimeout, RetryPolicy retries) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    static final Duration MAX_TIMEOUT = Duration.ofDays(1);

    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /** @throws IllegalArgumentException if a setting is not as described; the message never shows the key */
    public ClientSettings {
        baseUri = validated(baseUri);
        if (apiKey != null && !KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("an API key must be printable ASCII without spaces");
        }
        if (authorities != null) {
            TrustedAuthorities.parse(authorities);
        }
        requireTimeout("connect timeout", connectTimeout);
        requireTimeout("request timeout", requestTimeout);
    }

    /**
     * Creates settings for a service without a key, with 2 s to connect, 10 s for each request, and
     * {@link RetryPolicy#DEFAULT}.
     *
     * @throws IllegalArgumentException if the text is not a valid address
     */
    public static ClientSettings of(String baseUri) {
        return new ClientSettings(parse(baseUri), null, null, CONNECT_TIMEOUT, REQUEST_TIMEOUT, RetryPolicy.DEFAULT);
    }

    /** Returns the settings with another API key; null for none. */
    public ClientSettings withApiKey(@Nullable String key) {
        return new ClientSettings(baseUri, key, authorities, connectTimeout, requestTimeout, retries);
    }

    /**
     * Returns the settings with other authorities for {@code https}.
     *
     * @param pem their certificates, in PEM; null for the authorities that the JVM trusts
     * @throws IllegalArgumentException if the text is not one or more certificates
     */
    public ClientSettings withAuthorities(@Nullable String pem) {
        return new ClientSettings(baseUri, apiKey, pem, connectTimeout, requestTimeout, retries);
    }

    /** Returns the settings with another connect timeout. */
    public ClientSettings withConnectTimeout(Duration timeout) {
        return new ClientSettings(baseUri, apiKey, authorities, timeout, requestTimeout, retries);
    }

    /** Returns the settings with another request timeout. */
    public ClientSettings withRequestTimeout(Duration timeout) {
        return new ClientSettings(baseUri, apiKey, authorities, connectTimeout, timeout, retries);
    }

    /** Returns the settings with another retry policy. */
    public ClientSettings withRetries(RetryPolicy policy) {
        return new ClientSettings(baseUri, apiKey, authorities, connectTimeout, requestTimeout, policy);
    }

    /** Returns all settings except the key. */
    @Override
    public String toString() {
        return "ClientSettings[" + baseUri + (apiKey == null ? ", no key" : ", with a key")
                + (authorities == null ? "" : ", with authorities") + ", connect timeout "
                + connectTimeout + ", request timeout " + requestTimeout + ", " + retries + "]";
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("the service's address is malformed: " + malformed.getReason());
        }
    }

    /** The exception's message does not show the address, because a password in it must not get into a log. */
    private static URI validated(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the service's address must begin with http:// or https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the service's address must have a host, and neither user info nor query nor fragment");
        }
        String text = uri.toString();
        return text.endsWith("/") ? validated(URI.create(text.substring(0, text.length() - 1))) : uri;
    }

    private static void requireTimeout(String name, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the " + name + " must be 1 ms to one day but is " + timeout);
        }
    }
}
