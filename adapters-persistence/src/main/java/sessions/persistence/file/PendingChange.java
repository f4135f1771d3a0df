package sessions.persistence.file;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driven.SessionStore;

/** A change that a caller waits for. It is acknowledged once it is on disk, or rejected. */
final class PendingChange<T> {

    private final boolean removal;
    private final Function<SessionStore, T> change;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Runnable acknowledgement = () -> {
    };

    /** @param removal whether the change may remove sessions */
    PendingChange(boolean removal, Function<SessionStore, T> change) {
        this.removal = removal;
        this.change = change;
    }

    boolean isRemoval() {
        return removal;
    }

    /** Makes the change but does not acknowledge it yet. */
    void applyTo(SessionStore staged) {
        try {
            T value = change.apply(staged);
            acknowledgement = () -> result.complete(value);
        } catch (RuntimeException failed) {
            acknowledgement = () -> result.completeExceptionally(failed);
        }
    }

    void acknowledge() {
        acknowledgement.run();
    }

    void reject(Throwable reason) {
        result.completeExceptionally(new StoreUnavailableException("The change could not be written to disk", reason));
    }

    /**
     * Waits for the result. An interrupt does not end the wait, because the change would be made anyway.
     *
     * @throws StoreUnavailableException if the change was rejected
     */
    T await() {
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException rejected ? rejected : failed;
        }
    }
}
