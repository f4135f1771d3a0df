package sessions.bootstrap.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Closes several parts in parallel, so that a stop takes no longer than the slowest of them. */
record ParallelCloser(List<AutoCloseable> parts) implements AutoCloseable {

    /**
     * Closes all parts and returns once all are closed.
     *
     * @throws java.util.concurrent.CompletionException if one of them failed
     */
    @Override
    public void close() {
        CompletableFuture.allOf(parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> close(part), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new)).join();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) { // as the interface declares it
            throw new IllegalStateException("A part of the service could not be closed", failed);
        }
    }
}
