package sessions.transport;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;

/**
 * The headers with the API key: {@code Authorization: Bearer} (RFC 6750) or {@code X-API-Key}. A key is never in the
 * URL, because URLs are logged.
 */
public final class KeyHeaders {

    public static final String AUTHORIZATION = "Authorization";
    public static final String API_KEY = "X-API-Key";

    /** The response header that tells how to send a key. */
    public static final String AUTHENTICATE = "WWW-Authenticate";

    private static final String BEARER = "Bearer ";

    /** RFC 6750, section 3. */
    private static final String CHALLENGE = "Bearer realm=\"sessions\"";

    private KeyHeaders() {
    }

    /**
     * Returns the key in the headers, or null if there is none.
     *
     * @throws InvalidDataException if they contain different keys
     */
    public static @Nullable String key(Iterable<String> authorizations, Iterable<String> apiKeys) {
        String key = null;
        for (String authorization : authorizations) {
            key = same(key, bearerToken(authorization));
        }
        for (String apiKey : apiKeys) {
            key = same(key, apiKey.strip());
        }
        return key;
    }

    /**
     * Returns the value of {@link #AUTHENTICATE} in a response that rejects a key.
     *
     * @param key the rejected key, or null if the request had none
     */
    public static String challenge(@Nullable String key) {
        return key == null ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"";
    }

    /** Returns empty if the credentials use another scheme. */
    private static String bearerToken(String authorization) {
        String credentials = authorization.strip();
        return credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? credentials.substring(BEARER.length()).strip()
                : "";
    }

    private static @Nullable String same(@Nullable String key, String other) {
        if (other.isEmpty()) {
            return key;
        }
        if (key != null && !key.equals(other)) {
            throw InvalidDataException.of(API_KEY,
                    "must be the same key as in " + AUTHORIZATION + ", which must contain one key");
        }
        return other;
    }
}
