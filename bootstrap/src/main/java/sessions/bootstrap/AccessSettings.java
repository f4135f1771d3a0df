package sessions.bootstrap;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.application.access.AccessKey;
import sessions.application.access.AccessKeyLines;
import sessions.application.access.KeyRing;
import sessions.domain.access.Authenticator;

/**
 * Who may call.
 *
 * @param keys the keys that let in, or null where everyone is let in
 */
record AccessSettings(@Nullable List<AccessKey> keys) {

    /** Callers are not asked who they are. */
    static final AccessSettings OPEN = new AccessSettings(null);

    AccessSettings {
        keys = keys == null ? null : List.copyOf(keys);
    }

    /** What asks callers for their keys, if any are needed. */
    Authenticator admission(InstantSource clock) {
        return keys == null ? Authenticator.OF_EVERYONE : new KeyRing(clock, keys);
    }

    /**
     * Keys as one text, a line each or separated by commas.
     *
     * @throws sessions.domain.error.InvalidDataException where one cannot be read
     */
    static List<AccessKey> keys(String text) {
        return AccessKeyLines.read(List.of(text.split("[,\n]")));
    }
}
