package sessions.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Role;

/**
 * What the service knows of an API key: not the key, but its SHA-256. Without salt or stretching, because the keys are 256
 * random bits, which nobody finds by trying.
 *
 * @param name what its holder is known by; several keys may have the same, so that one can replace another
 * @param role what its holder may do
 * @param sha256 of the key, 64 hexadecimal digits in lower case
 * @param expiresAt from then on it is refused, or null for never
 */
public record ApiKey(String name, Role role, String sha256, @Nullable Instant expiresAt) {

    /** Fit for logs, headers and files without quoting. */
    static final String NAME_EXPECTED = "a name of 1 to 64 letters, digits, dots, hyphens and underscores";

    static final String HASH_EXPECTED = "the SHA-256 of the key in 64 hexadecimal digits";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException where name or hash are not as described; the message shows neither */
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

    /** The line that configures it, as {@link ApiKeyLines} reads it. */
    public String line() {
        return name + ":" + role.label() + ":" + sha256 + (expiresAt == null ? "" : ":" + expiresAt);
    }

    /** All but the hash. */
    @Override
    public String toString() {
        return "AccessKey[" + name + ", " + role.label() + (expiresAt == null ? "" : ", until " + expiresAt) + "]";
    }
}
