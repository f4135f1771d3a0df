package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driving.Health;
import sessions.persistence.memory.MemorySessionStore;

class StoreProbeTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger checks = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);
    private @Nullable RuntimeException trouble;

    private final CheckedStore store = new CheckedStore();

    /** A real store whose check a test can delay or fail. */
    private final class CheckedStore extends ForwardingStore {

        private boolean blocks;

        CheckedStore() {
            super(new MemorySessionStore());
        }

        @Override
        public void check() {
            checks.incrementAndGet();
            if (blocks) {
                await();
            }
            if (trouble != null) {
                throw trouble;
            }
            super.check();
        }
    }

    @Test
    void storeIsCheckedAtMostOnceASecond() {
        StoreProbe probe = new StoreProbe(store, LONG, nanos::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(probe.trouble()).isEmpty();
        }
        assertThat(checks).hasValue(1);
        trouble = new StoreUnavailableException("The store could not read a session", null);
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(probe.trouble()).isEmpty();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(probe.trouble()).contains("The store could not read a session");
        trouble = null;
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(probe.trouble()).isEmpty();
        assertThat(checks).hasValue(3);
    }

    @Test
    void hangingStoreIsCheckedOnceWithATimeout() {
        store.blocks = true;
        StoreProbe probe = new StoreProbe(store, Duration.ofMillis(20), nanos::get);
        for (int i = 0; i < 3; i++) {
            assertThat(probe.trouble()).contains("The store did not respond in time");
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        }
        assertThat(checks).hasValueLessThanOrEqualTo(1);
        answer.countDown();
        assertThat(new StoreProbe(store, LONG, nanos::get).trouble()).isEmpty();
    }

    @Test
    void unexpectedExceptionIsReportedWithoutItsMessage() {
        trouble = new IllegalStateException("select id from sessions");
        assertThat(new StoreProbe(store, LONG, nanos::get).trouble()).contains("The store failed");
    }

    @Test
    void stoppingServiceIsNotReady() {
        Readiness readiness = new Readiness(store);
        assertThat(readiness.health().isUp()).isTrue();
        readiness.markStopping();
        assertThat(readiness.health().isUp()).isFalse();
        assertThat(readiness.health().checks()).containsExactly(new Health.Check("store", null),
                new Health.Check("service", "The service is stopping"));
    }

    private void await() {
        try {
            answer.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
