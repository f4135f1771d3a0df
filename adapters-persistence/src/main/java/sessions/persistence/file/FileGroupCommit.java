package sessions.persistence.file;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.memory.StagedSessions;

/**
 * Makes changes durable before anyone sees them. All waiting changes are applied to the staged sessions, written to
 * disk together, published, and acknowledged. If the write fails, all of them are rejected and none becomes visible;
 * the next changes try again.
 *
 * <p>The writes run on their own thread, because an interrupt of a caller would close the files.
 */
final class FileGroupCommit implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FileGroupCommit.class.getName());

    private final StagedSessions sessions;
    private final StoreFiles files;
    private final Thread writer = Thread.ofPlatform().daemon().name("file-group-commit")
            .unstarted(this::commitUntilClosed);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition requested = lock.newCondition();
    private List<PendingChange<?>> waiting = new ArrayList<>();
    private boolean closed;

    /** Used by the writer thread only. */
    private boolean failing;

    private FileGroupCommit(StagedSessions sessions, StoreFiles files) {
        this.sessions = sessions;
        this.files = files;
    }

    static FileGroupCommit start(StagedSessions sessions, StoreFiles files) {
        FileGroupCommit commits = new FileGroupCommit(sessions, files);
        commits.writer.start();
        return commits;
    }

    static StoreUnavailableException closed() {
        return new StoreUnavailableException("The store is closed", null);
    }

    /**
     * Makes a change and returns its result.
     *
     * @throws StoreUnavailableException if it could not be written, or the store is closed
     */
    <T> T apply(PendingChange<T> change) {
        lock.lock();
        try {
            if (closed) {
                throw closed();
            }
            waiting.add(change);
            requested.signal();
        } finally {
            lock.unlock();
        }
        return change.await();
    }

    /** Rejects later changes and returns once all waiting changes are written. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            requested.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last round has no changes, but writes again if a failure left the state on disk unknown. */
    private void commitUntilClosed() {
        try {
            List<PendingChange<?>> batch;
            do {
                batch = nextBatch();
                commit(batch);
            } while (!batch.isEmpty());
        } finally {
            rejectWaiting();
        }
    }

    /** Rejects waiting changes if this thread ends unexpectedly, so that no caller waits forever. */
    private void rejectWaiting() {
        lock.lock();
        try {
            closed = true;
            waiting.forEach(change -> change.reject(closed()));
        } finally {
            lock.unlock();
        }
    }

    /** Returns all waiting changes; empty if the store is closed and none is left. */
    private List<PendingChange<?>> nextBatch() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                requested.awaitUninterruptibly();
            }
            List<PendingChange<?>> batch = waiting;
            waiting = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Passes any failure to the waiting callers, which would otherwise wait forever. */
    private void commit(List<PendingChange<?>> batch) {
        try {
            stage(batch);
            if (sessions.isChanged() || !files.areSynced()) {
                files.write(sessions);
            }
            sessions.publish();
            batch.forEach(PendingChange::acknowledge);
            failing = false;
        } catch (Throwable failed) {
            batch.forEach(change -> change.reject(failed));
            sessions.discard();
            // Logged as an error only once: a full disk may stay full for long.
            LOG.log(failing ? Level.DEBUG : Level.ERROR,
                    "Writing to disk failed; changes are rejected until a write succeeds",
                    failed);
            failing = true;
        }
    }

    /**
     * Applies the changes, which may run in any order because they wait at the same time. Removals go first, so that no
     * idempotency record loses its session before both are on disk, see {@link StoreFiles#write}.
     */
    private void stage(List<PendingChange<?>> batch) {
        batch.stream().filter(PendingChange::isRemoval).forEach(change -> change.applyTo(sessions.staged()));
        batch.stream().filter(change -> !change.isRemoval()).forEach(change -> change.applyTo(sessions.staged()));
    }
}
