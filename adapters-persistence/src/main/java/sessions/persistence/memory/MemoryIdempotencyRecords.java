package sessions.persistence.memory;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.IdempotencyRecord;

/** Which session was opened under which key. */
final class MemoryIdempotencyRecords {

    private final ConcurrentMap<String, IdempotencyRecord> claims = new ConcurrentHashMap<>();
    private final Consumer<String> changed;

    /** @param changed is told the key of every claim that is set or removed */
    MemoryIdempotencyRecords(Consumer<String> changed) {
        this.changed = changed;
    }

    /**
     * Sets the claim and opens its session, unless a claim stands that is not forgotten: that is answered then. Those who
     * claim the same meanwhile wait.
     */
    Optional<IdempotencyRecord> claim(IdempotencyRecord claim, Instant now, Runnable opening) {
        AtomicReference<@Nullable IdempotencyRecord> standing = new AtomicReference<>();
        claims.compute(claim.key(), (key, present) -> {
            if (present != null && !present.isForgotten(now)) {
                standing.set(present);
                return present;
            }
            opening.run();
            changed.accept(key);
            return claim;
        });
        return Optional.ofNullable(standing.get());
    }

    int removeForgotten(Instant now, int limit) {
        int removed = 0;
        for (Iterator<IdempotencyRecord> all = claims.values().iterator(); all.hasNext() && removed < limit;) {
            IdempotencyRecord claim = all.next();
            if (claim.isForgotten(now) && claims.remove(claim.key(), claim)) {
                changed.accept(claim.key());
                removed++;
            }
        }
        return removed;
    }

    Stream<IdempotencyRecord> all() {
        return claims.values().stream();
    }

    @Nullable
    IdempotencyRecord get(String key) {
        return claims.get(key);
    }

    /** Makes a claim stand whatever stood before; null for none. */
    void put(String key, @Nullable IdempotencyRecord claim) {
        if (claim == null) {
            claims.remove(key);
        } else {
            claims.put(key, claim);
        }
    }
}
