package sessions.application.access;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.RandomBits;
import sessions.domain.access.Role;
import sessions.domain.access.Sha256;

/**
 * A new API key: the secret for its holder and the entry for the service.
 *
 * @param secret the key itself, which is not stored anywhere: {@code sessions_} and 256 random bits in base64url (RFC
 *               4648), 43 characters. Secret scanners recognize the prefix
 */
public record IssuedApiKey(String secret, ApiKey key) {

    private static final String PREFIX = "sessions_";
    private static final int BYTES = 32;

    /**
     * Creates a random key.
     *
     * @param expiresAt when it expires, or null for never
     * @throws IllegalArgumentException if the name is not valid
     */
    public static IssuedApiKey create(String name, Role role, @Nullable Instant expiresAt) {
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBits.bytes(BYTES));
        return new IssuedApiKey(secret, new ApiKey(name, role, Sha256.hex(secret), expiresAt));
    }

    /** Shows everything except the secret. */
    @Override
    public String toString() {
        return "IssuedApiKey[" + key + "]";
    }
}
