package sessions.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;
import sessions.domain.port.driven.RateLimiter;

/**
 * A bucket of tokens for each caller: a request takes one, and they flow back evenly. Of the callers that were seen last it
 * remembers so many; one that it has forgotten has a full bucket again.
 */
public final class BucketRateLimit implements RateLimiter {

    /** Some 30 MB at the most. */
    private static final int MAX_CALLERS = 100_000;

    private final Bandwidth bandwidth;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /** With the clock of the machine that never goes back. */
    public static BucketRateLimit of(Rate rate) {
        return new BucketRateLimit(rate, System::nanoTime);
    }

    /** @param nanos the time, in nanoseconds since whenever */
    BucketRateLimit(Rate rate, LongSupplier nanos) {
        this.nanos = nanos;
        bandwidth = Bandwidth.builder().capacity(rate.requests()).refillGreedy(rate.requests(), rate.period()).build();
        // After a period in which nobody took of it, a bucket is full.
        buckets = Caffeine.newBuilder().maximumSize(MAX_CALLERS).expireAfterAccess(rate.period())
                .ticker(nanos::getAsLong).build();
    }

    @Override
    public Duration count(String caller) {
        ConsumptionProbe probe = buckets.get(caller, _ -> fullBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private Bucket fullBucket() {
        return Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(new Clock(nanos)).build();
    }

    /** @param nanos the time that buckets go by */
    private record Clock(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
