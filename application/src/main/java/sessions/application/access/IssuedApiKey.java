package sessions.application.access;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.RandomBits;
import sessions.domain.access.Role;
import sessions.domain.access.Sha256;

/**
 * A new key: what its holder gets, and what the service is told.
 *
 * @param secret the key itself, which is kept nowhere: {@code sessions_} and 256 random bits in base64url (RFC 4648), 43
 *               characters. The prefix lets scanners for secrets know it
 */
public record IssuedApiKey(String secret, ApiKey key) {

    private static final String PREFIX = "sessions_";
    private static final int BYTES = 32;

    /**
     * Makes one.
     *
     * @param expiresAt when it ends, or null for never
     * @throws IllegalArgumentException where the name is none for a key
     */
    public static IssuedApiKey create(String name, Role role, @Nullable Instant expiresAt) {
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBits.bytes(BYTES));
        return new IssuedApiKey(secret, new ApiKey(name, role, Sha256.hex(secret), expiresAt));
    }

    /** All but the secret. */
    @Override
    public String toString() {
        return "IssuedKey[" + key + "]";
    }
}
