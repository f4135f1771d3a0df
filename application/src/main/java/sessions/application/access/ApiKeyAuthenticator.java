package sessions.application.access;

import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Sha256;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;

/**
 * Accepts callers who have one of its API keys, and nobody else: without keys, it rejects everyone. The keys can be
 * replaced during operation.
 */
public final class ApiKeyAuthenticator implements Authenticator {

    private final InstantSource clock;
    private volatile List<KnownKey> keys;

    /** @throws IllegalArgumentException if two keys have the same hash, because the caller would be ambiguous */
    public ApiKeyAuthenticator(InstantSource clock, Collection<ApiKey> keys) {
        this.clock = clock;
        this.keys = checked(keys);
    }

    /**
     * Replaces the accepted keys.
     *
     * @throws IllegalArgumentException if two keys have the same hash; then the keys are not replaced
     */
    public void replace(Collection<ApiKey> others) {
        keys = checked(others);
    }

    private static List<KnownKey> checked(Collection<ApiKey> keys) {
        Set<String> hashes = new HashSet<>();
        keys.forEach(key -> {
            if (!hashes.add(key.sha256())) {
                throw new IllegalArgumentException("two API keys have the same hash");
            }
        });
        return keys.stream().map(KnownKey::of).toList();
    }

    @Override
    public Caller authenticate(String correlationId, @Nullable String key, String address) {
        if (key == null) {
            throw rejected("An API key is required");
        }
        ApiKey known = find(Sha256.of(key));
        if (known == null) {
            throw rejected("The API key is not known");
        }
        if (known.isExpired(clock)) {
            throw rejected("The API key " + known.name() + " has expired");
        }
        return new Caller(known.name(), known.role(), address);
    }

    /** Compares all keys, so that the time reveals nothing. */
    private @Nullable ApiKey find(byte[] sha256) {
        ApiKey found = null;
        for (KnownKey each : keys) {
            if (each.hasHash(sha256)) {
                found = each.key;
            }
        }
        return found;
    }

    private static UnauthorizedException rejected(String message) {
        return new UnauthorizedException(ErrorCode.UNAUTHORIZED, message);
    }

    /** A key and its decoded hash. */
    private static final class KnownKey {

        private final ApiKey key;
        private final byte[] sha256;

        private KnownKey(ApiKey key, byte[] sha256) {
            this.key = key;
            this.sha256 = sha256;
        }

        static KnownKey of(ApiKey key) {
            return new KnownKey(key, HexFormat.of().parseHex(key.sha256()));
        }

        /** Compares in constant time. */
        boolean hasHash(byte[] other) {
            return MessageDigest.isEqual(sha256, other);
        }
    }
}
