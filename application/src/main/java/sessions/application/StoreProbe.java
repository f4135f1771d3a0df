package sessions.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionsException;
import sessions.domain.port.driven.SessionStore;

/**
 * Looks whether the store answers: once a second at the most and one look at a time, so that whoever asks cannot load the
 * store.
 */
final class StoreProbe {

    private static final Logger LOG = System.getLogger(StoreProbe.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SessionStore store;
    private final Duration longestWait;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Optional<String>> latest;
    private long began;

    /**
     * @param longestWait for an answer of the store
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    StoreProbe(SessionStore store, Duration longestWait, LongSupplier nanoTime) {
        this.store = store;
        this.longestWait = longestWait;
        this.nanoTime = nanoTime;
    }

    /** What is wrong with the store, as of a second ago at the most; empty where it answers. */
    Optional<String> trouble() {
        try {
            return look().get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return Optional.of("The store has not answered in time");
        } catch (ExecutionException failed) {
            LOG.log(Level.WARNING, "Looking whether the store answers failed", failed);
            return Optional.of("The store failed");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("The service is stopping");
        }
    }

    /** The look that is under way, the last one, or where that is too old a new one, on a thread of its own. */
    private synchronized CompletableFuture<Optional<String>> look() {
        long now = nanoTime.getAsLong();
        if (latest == null || (latest.isDone() && now - began >= FRESH.toNanos())) {
            began = now;
            latest = CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread);
        }
        return latest;
    }

    private Optional<String> ask() {
        try {
            store.check();
            return Optional.empty();
        } catch (SessionsException trouble) {
            LOG.log(Level.DEBUG, "The store is in trouble", trouble);
            return Optional.of(trouble.getMessage());
        }
    }
}
