package sessions.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is, and how to talk to it.
 *
 * @param baseUri the service's address: {@code http} or {@code https}, with a path where it lies below one, without query
 *            and user info; a slash at its end does not count
 * @param apiKey sent as {@code Authorization: Bearer}, or null for none
 * @param connectTimeout how long making a connection may take, 1 ms to one day
 * @param requestTimeout how long one attempt may take from sending to the last byte of the answer, 1 ms to one day;
 *                       not of a backup, which may take a day
 * @param retries what is done where the service does not answer
 */
public record ClientSettings(URI baseUri, @Nullable String apiKey, Duration connectTimeout, Duration requestTimeout,
        RetryPolicy retries) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    static final Duration MAX_TIMEOUT = Duration.ofDays(1);

    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /** @throws IllegalArgumentException where a part is not as described; the message never shows the key */
    public ClientSettings {
        baseUri = checked(baseUri);
        if (apiKey != null && !KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("an API key is printable ASCII without spaces");
        }
        requireTimeout("connect timeout", connectTimeout);
        requireTimeout("request timeout", requestTimeout);
    }

    /**
     * For a service at an address, without a key, with 2 s to connect, 10 s for each attempt, and {@link
     * RetryPolicy#DEFAULT}.
     *
     * @throws IllegalArgumentException where the text is no such address
     */
    public static ClientSettings of(String baseUri) {
        return new ClientSettings(parsed(baseUri), null, CONNECT_TIMEOUT, REQUEST_TIMEOUT, RetryPolicy.DEFAULT);
    }

    /** The same with a key, or null for none. */
    public ClientSettings withApiKey(@Nullable String key) {
        return new ClientSettings(baseUri, key, connectTimeout, requestTimeout, retries);
    }

    /** The same with another limit for connecting. */
    public ClientSettings withConnectTimeout(Duration timeout) {
        return new ClientSettings(baseUri, apiKey, timeout, requestTimeout, retries);
    }

    /** The same with another limit for each attempt. */
    public ClientSettings withRequestTimeout(Duration timeout) {
        return new ClientSettings(baseUri, apiKey, connectTimeout, timeout, retries);
    }

    /** The same with other retries. */
    public ClientSettings withRetries(RetryPolicy policy) {
        return new ClientSettings(baseUri, apiKey, connectTimeout, requestTimeout, policy);
    }

    /** All but the key. */
    @Override
    public String toString() {
        return "ClientSettings[" + baseUri + (apiKey == null ? ", no key" : ", with a key") + ", connect timeout "
                + connectTimeout + ", request timeout " + requestTimeout + ", " + retries + "]";
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("the service's address is malformed: " + malformed.getReason());
        }
    }

    /** As with what cannot be parsed, the message does not show the address: a password in it must not get into a log. */
    private static URI checked(URI uri) {
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
        return text.endsWith("/") ? checked(URI.create(text.substring(0, text.length() - 1))) : uri;
    }

    private static void requireTimeout(String name, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the " + name + " must be 1 ms to one day but is " + timeout);
        }
    }
}
