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
 * A rate limit with one token bucket per caller. A request takes one token, and tokens refill evenly. Only the 100,000
 * most recently seen callers are remembered; a caller that was forgotten starts again with a full bucket.
 */
public final class BucketRateLimit implements RateLimiter {

    /** Takes at most about 30 MB. */
    private static final int MAX_CALLERS = 100_000;

    private final Bandwidth bandwidth;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /** Returns a rate limit on the system's monotonic clock. */
    public static BucketRateLimit of(Rate rate) {
        return new BucketRateLimit(rate, System::nanoTime);
    }

    /** @param nanos returns the time in nanoseconds since any fixed point */
    BucketRateLimit(Rate rate, LongSupplier nanos) {
        this.nanos = nanos;
        bandwidth = Bandwidth.builder().capacity(rate.requests()).refillGreedy(rate.requests(), rate.period()).build();
        // A bucket that was unused for a period is full, so it can be forgotten.
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

    /** @param nanos returns the time in nanoseconds */
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
