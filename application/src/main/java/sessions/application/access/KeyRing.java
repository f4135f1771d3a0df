package sessions.application.access;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.Admission;
import sessions.domain.Caller;
import sessions.domain.ErrorCode;
import sessions.domain.Sha256;
import sessions.domain.UnauthorizedException;

/**
 * Lets in who has one of its keys, and nobody else: without keys, nobody at all. Its keys can be replaced while requests go
 * on.
 */
public final class KeyRing implements Admission {

    private final InstantSource clock;
    private volatile List<AccessKey> keys;

    /** @throws IllegalArgumentException where two keys have the same hash: it could not say who calls */
    public KeyRing(InstantSource clock, Collection<AccessKey> keys) {
        this.clock = clock;
        this.keys = checked(keys);
    }

    /**
     * From now on only these keys let in.
     *
     * @throws IllegalArgumentException where two have the same hash; then those before stay
     */
    public void replace(Collection<AccessKey> others) {
        keys = checked(others);
    }

    private static List<AccessKey> checked(Collection<AccessKey> keys) {
        Set<String> hashes = new HashSet<>();
        keys.forEach(key -> {
            if (!hashes.add(key.sha256())) {
                throw new IllegalArgumentException("two access keys have the same hash");
            }
        });
        return List.copyOf(keys);
    }

    @Override
    public Caller admit(String correlationId, @Nullable String key, String address) {
        if (key == null) {
            throw refused("The service needs an API key");
        }
        AccessKey known = find(Sha256.hex(key));
        if (known == null) {
            throw refused("The API key is not known");
        }
        if (known.isExpired(clock.instant())) {
            throw refused("The API key " + known.name() + " has expired");
        }
        return new Caller(known.name(), known.role(), address);
    }

    /** Looks at all of them, so that the time tells nothing. */
    private @Nullable AccessKey find(String hash) {
        AccessKey found = null;
        for (AccessKey each : keys) {
            if (each.hasHash(hash)) {
                found = each;
            }
        }
        return found;
    }

    private static UnauthorizedException refused(String message) {
        return new UnauthorizedException(ErrorCode.UNAUTHORIZED, message);
    }
}
