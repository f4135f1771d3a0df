package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.jdbi.Durability;

/**
 * Makes H2 commits durable. By itself H2 writes them up to half a second later, so that a crash would lose what was
 * acknowledged. Here every change waits until a write to disk that began after its commit has ended; one such write
 * serves all changes that wait for it.
 *
 * <p>A write collects H2's tables, indexes and undo logs one after the other. Beside a running transaction it would keep a
 * part of it, which after a crash nothing rolls back. So transactions and writes exclude each other, and H2's own writes
 * in the background are off; what they did to keep the file small is done here.
 *
 * <p>The writes run on a thread of their own, because interrupting a thread inside H2 breaks the database.
 */
final class H2GroupCommit implements Durability {

    private static final Logger LOG = System.getLogger(H2GroupCommit.class.getName());

    /** Waits for H2's background thread to end; if it stayed so, every commit would write by itself. */
    private static final int STOP_BACKGROUND = 0;
    /** No background thread, and no write at each commit. */
    private static final int NO_WRITES_OF_ITS_OWN = -1;

    /**
     * A mark that H2 takes off its file's header with the next write, and so writes the header after it. By itself H2 does
     * that now and then, and after a crash follows a chain of chunks from the one that the header names; when a new chunk has
     * just taken the place of one in between, those behind it are lost, though they were on disk.
     */
    private static final String CLEAN = "clean";

    private static final long COMPACTION_INTERVAL_NANOS = Duration.ofMillis(150).toNanos();
    /** Percent of live data in written chunks below which old chunks are written anew. */
    private static final int MIN_LIVE_PERCENT = 60;
    private static final int COMPACTED_AT_ONCE = 4 * 1024 * 1024;

    private final MVStore storage;
    private final ReentrantLock changing = new ReentrantLock();
    private final Thread writer = Thread.ofPlatform().daemon().name("h2-group-commit")
            .unstarted(this::writeUntilClosed);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition requested = lock.newCondition();
    private final Condition written = lock.newCondition();

    private long lastRequest;
    private long lastWritten;
    private boolean closed;
    private boolean ended;
    private long lastCompaction = System.nanoTime();
    private @Nullable Throwable failure;

    private H2GroupCommit(MVStore storage) {
        this.storage = storage;
    }

    static H2GroupCommit start(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore storage = session.getDatabase().getStore().getMvStore();
        storage.setAutoCommitDelay(STOP_BACKGROUND);
        storage.setAutoCommitDelay(NO_WRITES_OF_ITS_OWN);
        H2GroupCommit commits = new H2GroupCommit(storage);
        commits.writer.start();
        return commits;
    }

    /**
     * One transaction at a time: when much is unsaved, H2 writes from inside one. That is sound for this one, whose undo log
     * is ahead of its changes, but would tear others.
     */
    @Override
    public <T> T whole(Supplier<T> transaction) {
        changing.lock();
        try {
            return transaction.get();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void await() {
        lock.lock();
        try {
            long mine = ++lastRequest;
            requested.signal();
            while (lastWritten < mine && failure == null && !ended) {
                written.awaitUninterruptibly();
            }
            if (lastWritten < mine) {
                throw new StoreUnavailableException("The change could not be written to disk", reason(failure));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the write that is under way, which serves everybody who waits. */
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

    private void writeUntilClosed() {
        for (long request = nextRequest(); request > 0; request = nextRequest()) {
            finish(request, write());
        }
        end();
    }

    /** The latest request that waits to be written, or 0 when closed and none is left. */
    private long nextRequest() {
        lock.lock();
        try {
            while (lastRequest == lastWritten && !closed) {
                requested.awaitUninterruptibly();
            }
            return lastRequest == lastWritten || failure != null ? 0 : lastRequest;
        } finally {
            lock.unlock();
        }
    }

    /** What the system said, where it is that: H2's own words are of channels and positions. */
    private static @Nullable Throwable reason(@Nullable Throwable failed) {
        return failed != null && failed.getCause() instanceof IOException system ? system : failed;
    }

    /** Answers what went wrong: anything at all must reach those who wait, else they would wait for ever. */
    private @Nullable Throwable write() {
        try {
            whole(this::writeUnforced);
            storage.sync();
            return null;
        } catch (Throwable failed) {
            return failed;
        }
    }

    /** The version that was written; H2 counts them. */
    private long writeUnforced() {
        if (System.nanoTime() - lastCompaction >= COMPACTION_INTERVAL_NANOS) {
            storage.compact(MIN_LIVE_PERCENT, COMPACTED_AT_ONCE);
            lastCompaction = System.nanoTime();
        }
        storage.getStoreHeader().put(CLEAN, 1);
        return storage.commit();
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void finish(long request, @Nullable Throwable failed) {
        lock.lock();
        try {
            if (failed == null) {
                lastWritten = request;
            } else {
                failure = failed;
                LOG.log(Level.ERROR, "Writing to disk failed; no change is taken until the service is started again",
                        failed);
            }
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
