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
 * Checks whether the store responds: at most once a second and one check at a time, so that frequent calls do not load
 * the store.
 */
final class StoreProbe {

    private static final Logger LOG = System.getLogger(StoreProbe.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SessionStore store;
    private final Duration longestWait;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Optional<String>> lastCheck;
    private long began;

    /**
     * @param longestWait the longest time to wait for the store
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    StoreProbe(SessionStore store, Duration longestWait, LongSupplier nanoTime) {
        this.store = store;
        this.longestWait = longestWait;
        this.nanoTime = nanoTime;
    }

    /** Returns the problem with the store, at most a second old; empty if there is none. */
    Optional<String> trouble() {
        try {
            return check().get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return Optional.of("The store did not respond in time");
        } catch (ExecutionException failed) {
            LOG.log(Level.WARNING, "The check of the store failed", failed);
            return Optional.of("The store failed");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("The service is stopping");
        }
    }

    /** Returns the running or the last check. If the last one is too old, starts a new one on its own thread. */
    private synchronized CompletableFuture<Optional<String>> check() {
        long now = nanoTime.getAsLong();
        if (lastCheck == null || (lastCheck.isDone() && now - began >= FRESH.toNanos())) {
            began = now;
            lastCheck = CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread);
        }
        return lastCheck;
    }

    private Optional<String> ask() {
        try {
            store.check();
            return Optional.empty();
        } catch (SessionsException trouble) {
            LOG.log(Level.DEBUG, "The check of the store failed", trouble);
            return Optional.of(trouble.getMessage());
        }
    }
}
