package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.SettableClock;

class SweepScheduleTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final FaultyStore store = new FaultyStore();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final RecordingExecutor executor = new RecordingExecutor();
    private final SweepSchedule schedule = new SweepSchedule(new ExpirySweep(store, clock, null), INTERVAL, executor,
            new Random(1), telemetry);

    @AfterEach
    void shutDown() {
        executor.shutdown();
    }

    @Test
    void sweepsRepeatedlyAfterOneInterval() {
        store.insert(Fixtures.session("user", Fixtures.NOON));
        clock.advance(Duration.ofHours(2));
        start();
        assertThat(store.swept).isZero();
        executor.runNext();
        assertThat(store.swept).isEqualTo(1);
        executor.runNext();
        assertThat(executor.tasks).hasSize(1);
    }

    private void start() {
        schedule.start();
        executor.runNext();
        executor.delays.clear();
    }

    @Test
    void activeSessionsAreCountedAtStart() {
        store.insert(Fixtures.session("user", Fixtures.NOON));
        start();
        assertThat(telemetry.events()).containsExactly("active: 1");
    }

    @Test
    void telemetryReceivesTheResultOfEachSweep() {
        store.insert(Fixtures.session("old", Fixtures.NOON));
        clock.advance(Duration.ofHours(2));
        store.insert(Fixtures.session("new", clock.instant()));
        start();
        executor.runNext();
        executor.runNext();
        assertThat(telemetry.events()).containsExactly("active: 1", "active: 1", "sweep: 1 closed, 0 removed",
                "active: 1", "sweep: 0 closed, 0 removed");
    }

    @Test
    void intervalsAreJitteredByATenth() {
        start();
        for (int i = 0; i < 50; i++) {
            executor.runNext();
        }
        assertThat(executor.delays).allMatch(
                delay -> delay >= INTERVAL.toMillis() * 9 / 10 && delay <= INTERVAL.toMillis() * 11 / 10);
        assertThat(executor.delays.stream().distinct().count()).isGreaterThan(40);
    }

    @Test
    void failedSweepDoesNotEndTheSchedule() {
        SessionV1 session = Fixtures.session("user", Fixtures.NOON);
        store.insert(session);
        clock.advance(Duration.ofHours(2));
        start();
        store.failing = true;
        executor.runNext();
        assertThat(store.swept).isZero();
        store.failing = false;
        executor.runNext();
        assertThat(store.swept).isEqualTo(1);
        assertThat(telemetry.events()).containsExactly("active: 0", "sweep: failed", "active: 0",
                "sweep: 1 closed, 0 removed");
    }

    @Test
    void sweepsAllSessionsInBatches() {
        int sessions = 201;
        for (int i = 0; i < sessions; i++) {
            store.insert(Fixtures.session("user", Fixtures.NOON));
        }
        clock.advance(Duration.ofHours(2));
        assertThat(new ExpirySweep(store, clock, null).run(() -> false).closed()).isEqualTo(sessions);
        assertThat(store.largestBatch).isLessThanOrEqualTo(100);
    }

    @Test
    void stopsBetweenBatches() {
        for (int i = 0; i < 201; i++) {
            store.insert(Fixtures.session("user", Fixtures.NOON));
        }
        clock.advance(Duration.ofHours(2));
        assertThat(new ExpirySweep(store, clock, null).run(() -> true).closed()).isEqualTo(100);
    }

    @Test
    void closingWaitsForTheCurrentBatch() throws InterruptedException {
        ScheduledThreadPoolExecutor real = new ScheduledThreadPoolExecutor(1);
        SweepSchedule running = new SweepSchedule(new ExpirySweep(store, clock, null), Duration.ofMillis(1), real,
                new Random(1), Telemetry.NONE);
        running.start();
        store.entered.await();
        Thread closing = Thread.ofVirtual().start(running::close);
        store.proceed.countDown();
        closing.join();
        assertThat(real.isTerminated()).isTrue();
        assertThat(store.interrupted).isFalse();
    }

    @Test
    @Timeout(60)
    void closingEndsAPauseAtOnce() throws Exception {
        assertThat(schedule.stoppedWithin(Duration.ZERO)).isFalse();
        FutureTask<Boolean> pause = new FutureTask<>(() -> schedule.stoppedWithin(Duration.ofHours(1)));
        Thread.ofVirtual().start(pause);
        schedule.close();
        assertThat(pause.get()).isTrue();
    }

    /** A memory store that counts swept sessions, fails on demand, and can block inside a batch. */
    private static final class FaultyStore extends ForwardingStore {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch proceed = new CountDownLatch(1);
        private volatile boolean failing;
        private volatile boolean interrupted;
        private int swept;
        private int largestBatch;

        FaultyStore() {
            super(new MemorySessionStore());
        }

        @Override
        public SweptBatch closeExpired(Instant now, int limit) {
            if (failing) {
                throw new OutOfMemoryError("simulated");
            }
            if (Thread.currentThread().getName().startsWith("pool-")) {
                waitInsideBatch();
            }
            SweptBatch batch = super.closeExpired(now, limit);
            swept += batch.closed();
            largestBatch = Math.max(largestBatch, batch.closed());
            return batch;
        }

        private void waitInsideBatch() {
            entered.countDown();
            try {
                proceed.await();
            } catch (InterruptedException caught) {
                interrupted = true;
            }
        }
    }

    /** Holds scheduled tasks until the test runs them. */
    private static final class RecordingExecutor extends ScheduledThreadPoolExecutor {

        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private final List<Long> delays = new ArrayList<>();

        RecordingExecutor() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            delays.add(unit.toMillis(delay));
            return super.schedule(() -> {
            }, 0, TimeUnit.MILLISECONDS);
        }

        void runNext() {
            tasks.remove().run();
        }
    }
}
