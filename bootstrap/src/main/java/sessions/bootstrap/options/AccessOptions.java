package sessions.bootstrap.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.application.access.ApiKeyLines;
import sessions.bootstrap.settings.AccessSettings;
import sessions.domain.error.InvalidDataException;
import sessions.shell.Setting;

/** The options for authentication. */
public final class AccessOptions {

    public static final String KEYS = "--access-keys";

    /** The option that allows listening beyond this machine without authentication. */
    static final String INSECURE = "--insecure-no-auth";

    @Setting(secret = true)
    @Option(names = KEYS, paramLabel = "LINE", split = ",", description = {
            "Accepted API keys, as printed by sessions keys create, separated by commas",
            "(default: callers on this machine need no key)."})
    private @Nullable List<String> keys;

    @Setting
    @Option(names = INSECURE, fallbackValue = "true",
            description = "Allow listening beyond this machine without authentication.")
    private boolean insecureNoAuth;

    /** Returns the settings. Only valid if there are no problems. */
    AccessSettings settings() {
        return keys == null ? AccessSettings.OPEN : new AccessSettings(ApiKeyLines.read(keys));
    }

    /** Whether callers need API keys. */
    boolean hasKeys() {
        return keys != null;
    }

    /** Whether the service may listen beyond this machine without authentication. */
    boolean isInsecure() {
        return insecureNoAuth;
    }

    /** Whether only this machine may call, because there are no API keys. */
    boolean isLoopbackOnly() {
        return keys == null && !insecureNoAuth;
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems() {
        try {
            return keys == null || !ApiKeyLines.read(keys).isEmpty()
                    ? List.of()
                    : List.of(KEYS + " must contain at least one key");
        } catch (InvalidDataException malformed) {
            return malformed.details().entrySet().stream()
                    .map(line -> KEYS + ", " + line.getKey() + ": " + line.getValue()).toList();
        }
    }
}
