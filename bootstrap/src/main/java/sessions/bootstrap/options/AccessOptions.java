package sessions.bootstrap.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.application.access.ApiKeyLines;
import sessions.bootstrap.settings.AccessSettings;
import sessions.domain.error.InvalidDataException;
import sessions.shell.Setting;

/** The options that say who may call. */
public final class AccessOptions {

    public static final String KEYS = "--access-keys";

    /** The consent to be called by anybody. */
    static final String CONSENT = "--insecure-no-auth";

    @Setting(secret = true)
    @Option(names = KEYS, paramLabel = "LINE", split = ",", description = {
            "Accepted API keys, as printed by sessions keys create, separated by commas",
            "(default: callers on this machine need no key)."})
    private @Nullable List<String> keys;

    @Setting
    @Option(names = CONSENT, fallbackValue = "true",
            description = "Accept unauthenticated calls from other machines.")
    private boolean insecureNoAuth;

    /** Makes sense where there are no problems. */
    AccessSettings settings() {
        return keys == null ? AccessSettings.OPEN : new AccessSettings(ApiKeyLines.read(keys));
    }

    /** Whether callers are told apart. */
    boolean hasKeys() {
        return keys != null;
    }

    /** Whether somebody said that other machines may call unasked. */
    boolean isInsecure() {
        return insecureNoAuth;
    }

    /** Whether nobody is asked who they are, and nobody said that other machines may call all the same. */
    boolean isForThisMachineOnly() {
        return keys == null && !insecureNoAuth;
    }

    /** What is wrong with them. */
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
