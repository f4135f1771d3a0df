package sessions.persistence.file;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driven.SessionStore;

/** A change that somebody waits for: answered once it is on disk, or refused. */
final class PendingChange<T> {

    private final boolean removal;
    private final Function<SessionStore, T> meaning;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable acknowledgement = () -> {
    };

    /** @param removal whether it may remove sessions */
    PendingChange(boolean removal, Function<SessionStore, T> meaning) {
        this.removal = removal;
        this.meaning = meaning;
    }

    boolean isRemoval() {
        return removal;
    }

    /** Makes the change, and keeps the answer back. */
    void applyTo(SessionStore staged) {
        try {
            T result = meaning.apply(staged);
            acknowledgement = () -> answer.complete(result);
        } catch (RuntimeException failed) {
            acknowledgement = () -> answer.completeExceptionally(failed);
        }
    }

    void acknowledge() {
        acknowledgement.run();
    }

    void reject(Throwable reason) {
        answer.completeExceptionally(new StoreUnavailableException("The change could not be written to disk", reason));
    }

    /**
     * Waits for the answer. An interrupt does not end that: the change would be made all the same.
     *
     * @throws StoreUnavailableException where the change was refused
     */
    T await() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException rejected ? rejected : failed;
        }
    }
}
