package sessions.application.intercept;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.domain.Admission;
import sessions.domain.Caller;
import sessions.domain.RateLimit;
import sessions.domain.RateLimitedException;

/**
 * Lets in only so many requests of a network and of a key. That of the network counts before the key is looked at, so that
 * nobody can try out keys any faster.
 */
public final class LimitedAdmission implements Admission {

    private final Admission admission;
    private final RateLimit ofNetworks;
    private final RateLimit ofKeys;

    /**
     * @param ofNetworks counts by {@linkplain Networks#of network}
     * @param ofKeys counts by the caller's name; callers without one are not told apart and not counted
     */
    public LimitedAdmission(Admission admission, RateLimit ofNetworks, RateLimit ofKeys) {
        this.admission = admission;
        this.ofNetworks = ofNetworks;
        this.ofKeys = ofKeys;
    }

    @Override
    public Caller admit(String correlationId, @Nullable String key, String address) {
        count(ofNetworks, Networks.of(address), "from this address");
        Caller caller = admission.admit(correlationId, key, address);
        if (!caller.name().isEmpty()) {
            count(ofKeys, caller.name(), "with the key " + caller.name());
        }
        return caller;
    }

    private static void count(RateLimit limit, String caller, String whose) {
        Duration wait = limit.count(caller);
        if (!wait.isZero()) {
            throw new RateLimitedException("Too many requests " + whose, wait);
        }
    }
}
