package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void rejectsARequestWhoseWaitIsOver() {
        ConcurrencyLimiter limiter = limiter(2, NO_TIME);
        assertThat(limiter.enter()).isTrue();
        assertThat(limiter.enter()).isTrue();
        assertThat(limiter.enter()).isFalse();
        limiter.leave();
        assertThat(limiter.enter()).isTrue();
    }

    @Test
    void aWaitingRequestEntersWhenAnotherLeaves() {
        ConcurrencyLimiter limiter = limiter(1, LONG);
        assertThat(limiter.enter()).isTrue();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(limiter::enter, Thread::startVirtualThread);
        limiter.leave();
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void anInterruptedRequestIsRejected() {
        ConcurrencyLimiter limiter = limiter(1, LONG);
        assertThat(limiter.enter()).isTrue();
        Thread.currentThread().interrupt();
        assertThat(limiter.enter()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static ConcurrencyLimiter limiter(int most, Duration longestWait) {
        return new ConcurrencyLimiter(RequestLimits.DEFAULT.withConcurrency(most, longestWait));
    }
}
