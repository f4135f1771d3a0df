package sessions.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketRateLimitTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final BucketRateLimit limit = new BucketRateLimit(new Rate(10, Duration.ofSeconds(1)), nanos::get);

    @Test
    void callerMaySpendItsRateAtOnceAndThenMustWait() {
        assertThat(IntStream.range(0, 10).mapToObj(_ -> limit.count("a"))).containsOnly(Duration.ZERO);
        assertThat(limit.count("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void tokensRefillOneByOne() {
        exhaust("a");
        advance(Duration.ofMillis(99));
        assertThat(limit.count("a")).isEqualTo(Duration.ofMillis(1));
        advance(Duration.ofMillis(1));
        assertThat(limit.count("a")).isZero();
        assertThat(limit.count("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void rejectedRequestsDoNotCount() {
        exhaust("a");
        exhaust("a");
        advance(Duration.ofMillis(100));
        assertThat(limit.count("a")).isZero();
    }

    @Test
    void tokensDoNotAccumulateBeyondTheRate() {
        limit.count("a");
        advance(Duration.ofHours(1));
        exhaust("a");
        assertThat(limit.count("a")).isPositive();
    }

    @Test
    void callersHaveSeparateBuckets() {
        exhaust("a");
        assertThat(limit.count("b")).isZero();
    }

    @Test
    void concurrentRequestsDoNotExceedTheRate() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> waits = IntStream.range(0, 1000)
                    .mapToObj(_ -> threads.submit(() -> limit.count("a"))).toList();
            int admitted = 0;
            for (Future<Duration> wait : waits) {
                admitted += wait.get().isZero() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(10);
        }
    }

    @Test
    void usesTheSystemClock() {
        BucketRateLimit systemClocked = BucketRateLimit.of(new Rate(1, Duration.ofDays(1)));
        assertThat(systemClocked.count("a")).isZero();
        assertThat(systemClocked.count("a")).isBetween(Duration.ofHours(23), Duration.ofDays(1));
    }

    @Test
    void rateOfNoRequestsOrNoPeriodIsInvalid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO));
    }

    private void exhaust(String caller) {
        for (int i = 0; i < 10; i++) {
            limit.count(caller);
        }
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
