package sessions.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Role;

/**
 * An API key as the service stores it: only its SHA-256. No salt or stretching is needed, because the keys are 256
 * random bits, which cannot be guessed.
 *
 * @param name identifies the holder; several keys may have the same name, so that one can replace another
 * @param role the role of the holder
 * @param sha256 hash of the key, 64 lower-case hexadecimal digits
 * @param expiresAt from this time on, the key is rejected; null for no expiry
 */
public record ApiKey(String name, Role role, String sha256, @Nullable Instant expiresAt) {

    /** Safe in logs, headers and files without quoting. */
    static final String NAME_EXPECTED = "a name of 1 to 64 letters, digits, dots, hyphens and underscores";

    static final String HASH_EXPECTED = "the SHA-256 of the key in 64 hexadecimal digits";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if name or hash do not have the described form; the message shows neither */
    public ApiKey {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!isName(name)) {
            throw new IllegalArgumentException("expected " + NAME_EXPECTED);
        }
        if (!isHash(sha256)) {
            throw new IllegalArgumentException("expected " + HASH_EXPECTED);
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isHash(String text) {
        return HASH.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    boolean isExpired(InstantSource clock) {
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }

    /** Returns the configuration line for the key, as {@link ApiKeyLines} reads it. */
    public String line() {
        return name + ":" + role.label() + ":" + sha256 + (expiresAt == null ? "" : ":" + expiresAt);
    }

    /** Shows everything except the hash. */
    @Override
    public String toString() {
        return "ApiKey[" + name + ", " + role.label() + (expiresAt == null ? "" : ", until " + expiresAt) + "]";
    }
}
