package sessions.transport;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;

/**
 * Where callers over HTTP put their key: {@code Authorization: Bearer} (RFC 6750) or {@code X-API-Key}. Never in the address,
 * which stands in logs.
 */
public final class KeyHeaders {

    public static final String AUTHORIZATION = "Authorization";
    public static final String API_KEY = "X-API-Key";

    /** The header of an answer that says how to present a key. */
    public static final String AUTHENTICATE = "WWW-Authenticate";

    private static final String BEARER = "Bearer ";

    /** RFC 6750, 3 */
    private static final String CHALLENGE = "Bearer realm=\"sessions\"";

    private KeyHeaders() {
    }

    /**
     * The one key that all headers of both names hold, or null where none does.
     *
     * @throws InvalidDataException where they hold several
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
     * What the refusal of a key says in {@link #AUTHENTICATE}.
     *
     * @param key the one that was presented, or null for none
     */
    public static String challenge(@Nullable String key) {
        return key == null ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"";
    }

    /** Credentials of another scheme are not for this service: empty. */
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
                    "must be the same key as in " + AUTHORIZATION + ", and there only once");
        }
        return other;
    }
}
