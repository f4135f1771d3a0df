package sessions.persistence.memory;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sessions.domain.OpeningClaim;

/** Which session was opened under which key. */
final class OpeningClaims {

    private final ConcurrentMap<String, OpeningClaim> claims = new ConcurrentHashMap<>();

    /**
     * Sets the claim and opens its session, unless a claim stands that is not forgotten: that is answered then. Those who
     * claim the same meanwhile wait.
     */
    Optional<OpeningClaim> claim(OpeningClaim claim, Instant now, Runnable opening) {
        AtomicReference<@Nullable OpeningClaim> standing = new AtomicReference<>();
        claims.compute(claim.key(), (key, present) -> {
            if (present != null && !present.isForgotten(now)) {
                standing.set(present);
                return present;
            }
            opening.run();
            return claim;
        });
        return Optional.ofNullable(standing.get());
    }

    int removeForgotten(Instant now, int limit) {
        int removed = 0;
        for (Iterator<OpeningClaim> all = claims.values().iterator(); all.hasNext() && removed < limit;) {
            OpeningClaim claim = all.next();
            removed += claim.isForgotten(now) && claims.remove(claim.key(), claim) ? 1 : 0;
        }
        return removed;
    }
}
