package sessions.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sessions.benchmarks.load.Latencies;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.port.driving.DrivingPorts;

/**
 * Requests for random sessions at random instances of a service: of twenty, fourteen get a session, four store data of
 * 1 KB, one touches and one opens a session.
 */
final class Traffic {

    private static final String CORRELATION_ID = "benchmark";
    private static final Json DATA = new Json("{\"cart\":\"" + "y".repeat(850) + "\"}");
    private static final int MIX = 20;
    private static final int STORES = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<DrivingPorts> instances;
    private final List<String> ids;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();

    /** @param ids ids of active sessions */
    Traffic(List<DrivingPorts> instances, List<String> ids) {
        this.instances = instances;
        this.ids = ids;
    }

    /** Returns the number of failed requests. */
    long failures() {
        return failures.get();
    }

    /** Returns the first failure, or null if there was none. */
    @Nullable
    RuntimeException firstFailure() {
        return firstFailure.get();
    }

    /**
     * Measures the requests per second of callers that never pause.
     *
     * @param callers the number of callers, each with one request at a time
     */
    double peak(int callers, Duration duration) {
        AtomicLong completed = new AtomicLong();
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                executor.execute(() -> {
                    do {
                        request();
                        completed.incrementAndGet();
                    } while (System.nanoTime() < end);
                });
            }
        }
        return completed.get() * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    /**
     * Sends requests at even intervals, even if earlier ones have not completed. Each latency starts at the scheduled
     * time of the request, so that requests delayed by a slow one are included.
     *
     * @param done called after each request; returns true to stop
     */
    Latencies steadily(double perSecond, BooleanSupplier done) {
        Latencies latencies = new Latencies();
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long sent = 0;
            do {
                long due = began + (long) (sent++ * NANOS_PER_SECOND / perSecond);
                awaitTime(due);
                executor.execute(() -> {
                    request();
                    latencies.add(System.nanoTime() - due);
                });
            } while (!done.getAsBoolean());
        }
        return latencies;
    }

    private static void awaitTime(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void request() {
        RandomGenerator random = ThreadLocalRandom.current();
        DrivingPorts instance = instances.get(random.nextInt(instances.size()));
        String id = ids.get(random.nextInt(ids.size()));
        try {
            if (answer(instance, id, random.nextInt(MIX)).isEmpty()) {
                throw new IllegalStateException("a session is missing");
            }
        } catch (RuntimeException failed) {
            failures.incrementAndGet();
            firstFailure.compareAndSet(null, failed);
        }
    }

    private static Optional<?> answer(DrivingPorts instance, String id, int kind) {
        return switch (kind) {
            case 0 -> Optional.of(instance.sessions().openSession(CORRELATION_ID,
                    new SessionOpening("user", "Name of user", "192.0.2.7", "web", null, DATA)));
            case 1 -> instance.resources().touch(CORRELATION_ID, id, null);
            default -> kind < 2 + STORES
                    ? instance.sessions().storeSessionData(CORRELATION_ID, id, DATA)
                    : instance.sessions().getSessionById(CORRELATION_ID, id);
        };
    }
}
