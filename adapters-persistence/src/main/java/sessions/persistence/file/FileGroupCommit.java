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
 * Makes changes durable before anyone sees them: all that wait are applied to the staged sessions, written to disk in one
 * go, published, and answered. Where writing fails, all of them are refused and none is visible; the next ones try again.
 *
 * <p>This runs on a thread of its own: an interrupt of a caller would close the files under it.
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

    /** For the writer alone. */
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
     * Makes a change and answers what came of it.
     *
     * @throws StoreUnavailableException where it could not be written, or the store is closed
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

    /** Ends when all that wait are served. */
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

    /** The last time round nobody waits, but what a failure left unsettled on disk is settled. */
    private void commitUntilClosed() {
        try {
            List<PendingChange<?>> batch;
            do {
                batch = nextBatch();
                commit(batch);
            } while (!batch.isEmpty());
        } finally {
            end();
        }
    }

    /** Where this thread ends for another reason, nobody may wait for it. */
    private void end() {
        lock.lock();
        try {
            closed = true;
            waiting.forEach(change -> change.reject(closed()));
        } finally {
            lock.unlock();
        }
    }

    /** All that wait; empty when closed and none is left. */
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

    /** Whatever goes wrong must reach those who wait, else they would wait for ever. */
    private void commit(List<PendingChange<?>> batch) {
        try {
            stage(batch);
            if (sessions.isChanged() || !files.areSettled()) {
                files.write(sessions);
            }
            sessions.publish();
            batch.forEach(PendingChange::acknowledge);
            failing = false;
        } catch (Throwable failed) {
            batch.forEach(change -> change.reject(failed));
            sessions.discard();
            // Once only: a disk that is full may stay so for long.
            LOG.log(failing ? Level.DEBUG : Level.ERROR, "Writing to disk failed; changes are refused until it works",
                    failed);
            failing = true;
        }
    }

    /**
     * All of them wait at the same time, so that any order will do. Removals go first: so no claim loses the session that
     * it came with before both are on disk, see {@link StoreFiles#write}.
     */
    private void stage(List<PendingChange<?>> batch) {
        batch.stream().filter(PendingChange::isRemoval).forEach(change -> change.applyTo(sessions.staged()));
        batch.stream().filter(change -> !change.isRemoval()).forEach(change -> change.applyTo(sessions.staged()));
    }
}
