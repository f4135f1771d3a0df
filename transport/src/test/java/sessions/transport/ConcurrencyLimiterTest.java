package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void rejectsARequestAfterItsWait() {
        ConcurrencyLimiter limiter = limiter(2, NO_TIME);
        assertThat(limiter.acquire()).isTrue();
        assertThat(limiter.acquire()).isTrue();
        assertThat(limiter.acquire()).isFalse();
        limiter.release();
        assertThat(limiter.acquire()).isTrue();
    }

    @Test
    void waitingRequestRunsWhenAnotherEnds() {
        ConcurrencyLimiter limiter = limiter(1, LONG);
        assertThat(limiter.acquire()).isTrue();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(limiter::acquire,
                Thread::startVirtualThread);
        limiter.release();
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void interruptedRequestIsRejected() {
        ConcurrencyLimiter limiter = limiter(1, LONG);
        assertThat(limiter.acquire()).isTrue();
        Thread.currentThread().interrupt();
        assertThat(limiter.acquire()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static ConcurrencyLimiter limiter(int most, Duration longestWait) {
        return new ConcurrencyLimiter(RequestLimits.DEFAULT.withConcurrency(most, longestWait));
    }
}
