package sessions.bootstrap.settings;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.application.access.ApiKey;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.ApiKeyLines;
import sessions.domain.access.Authenticator;

/**
 * Who may call.
 *
 * @param keys the keys that let in, or null where everyone is let in
 */
public record AccessSettings(@Nullable List<ApiKey> keys) {

    /** Callers are not asked who they are. */
    public static final AccessSettings OPEN = new AccessSettings(null);

    public AccessSettings {
        keys = keys == null ? null : List.copyOf(keys);
    }

    /** What asks callers for their keys, if any are needed. */
    public Authenticator authenticator(InstantSource clock) {
        return keys == null ? Authenticator.OF_EVERYONE : new ApiKeyAuthenticator(clock, keys);
    }

    /**
     * Keys as one text, a line each or separated by commas.
     *
     * @throws sessions.domain.error.InvalidDataException where one cannot be read
     */
    public static List<ApiKey> keys(String text) {
        return ApiKeyLines.read(List.of(text.split("[,\n]")));
    }
}
