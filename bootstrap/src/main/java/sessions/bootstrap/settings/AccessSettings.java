package sessions.bootstrap.settings;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.application.access.ApiKey;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.ApiKeyLines;
import sessions.domain.access.Authenticator;

/**
 * The settings for authentication.
 *
 * @param keys the accepted API keys, or null if callers need none
 */
public record AccessSettings(@Nullable List<ApiKey> keys) {

    /** Callers need no key. */
    public static final AccessSettings OPEN = new AccessSettings(null);

    public AccessSettings {
        keys = keys == null ? null : List.copyOf(keys);
    }

    /**
     * Describes who may call, for the operator.
     *
     * @param isLoopback whether only this machine can reach the service
     */
    public String describe(boolean isLoopback) {
        if (keys != null) {
            return keys.size() == 1 ? "1 API key" : keys.size() + " API keys";
        }
        return "no API keys: every caller" + (isLoopback ? " on this machine" : "") + " is an administrator";
    }

    /** Returns an authenticator that requires keys, if there are any. */
    public Authenticator authenticator(InstantSource clock) {
        return keys == null ? Authenticator.ALLOW_ALL : new ApiKeyAuthenticator(clock, keys);
    }

    /**
     * Parses API keys, one per line or separated by commas.
     *
     * @throws sessions.domain.error.InvalidDataException if one is invalid
     */
    public static List<ApiKey> keys(String text) {
        return ApiKeyLines.read(List.of(text.split("[,\n]")));
    }
}
