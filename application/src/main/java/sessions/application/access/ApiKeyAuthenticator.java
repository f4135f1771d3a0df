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
 * Lets in who has one of its keys, and nobody else: without keys, nobody at all. Its keys can be replaced while requests go
 * on.
 */
public final class ApiKeyAuthenticator implements Authenticator {

    private final InstantSource clock;
    private volatile List<KnownKey> keys;

    /** @throws IllegalArgumentException where two keys have the same hash: it could not say who calls */
    public ApiKeyAuthenticator(InstantSource clock, Collection<ApiKey> keys) {
        this.clock = clock;
        this.keys = checked(keys);
    }

    /**
     * From now on only these keys let in.
     *
     * @throws IllegalArgumentException where two have the same hash; then those before stay
     */
    public void replace(Collection<ApiKey> others) {
        keys = checked(others);
    }

    private static List<KnownKey> checked(Collection<ApiKey> keys) {
        Set<String> hashes = new HashSet<>();
        keys.forEach(key -> {
            if (!hashes.add(key.sha256())) {
                throw new IllegalArgumentException("two access keys have the same hash");
            }
        });
        return keys.stream().map(KnownKey::of).toList();
    }

    @Override
    public Caller authenticate(String correlationId, @Nullable String key, String address) {
        if (key == null) {
            throw rejected("The service needs an API key");
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

    /** Looks at all of them, so that the time tells nothing. */
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

    /** A key and its hash as it is compared, read once. */
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

        /** Takes the same time wherever the two differ. */
        boolean hasHash(byte[] other) {
            return MessageDigest.isEqual(sha256, other);
        }
    }
}
