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
 * Makes H2 commits durable. H2 by itself writes them up to half a second later, so a crash would lose acknowledged
 * changes. Here every change waits for a write to disk that began after its commit; one write serves all waiting
 * changes.
 *
 * <p>A write collects H2's tables, indexes and undo logs one after the other. A write during a transaction would save
 * only a part of it, and nothing would roll that part back after a crash. So transactions and writes exclude each
 * other, and H2's own background writes are off; this class also does the compaction that they did.
 *
 * <p>The writes run on their own thread, because interrupting a thread inside H2 breaks the database.
 */
final class H2GroupCommit implements Durability {

    private static final Logger LOG = System.getLogger(H2GroupCommit.class.getName());

    /**
     * Stops H2's background thread and waits for its end. If this setting stayed, every commit would write by itself.
     */
    private static final int STOP_BACKGROUND = 0;
    /** Disables the background thread and writes at commits. */
    private static final int NO_WRITES_OF_ITS_OWN = -1;

    /**
     * A key in the file's header that H2 removes with the next write, after which it writes the header. By itself H2
     * writes the header only occasionally; after a crash it follows a chain of chunks from the one in the header. If a
     * new chunk has just replaced one in the chain, the chunks after it are lost, although they were on disk.
     */
    private static final String CLEAN = "clean";

    private static final long COMPACTION_INTERVAL_NANOS = Duration.ofMillis(150).toNanos();
    /** Percentage of live data in chunks below which old chunks are rewritten. */
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
     * Runs one transaction at a time. H2 also writes inside a transaction if much data is unsaved. That is safe for the
     * running transaction, whose undo log is written before its changes, but would save only parts of others.
     */
    @Override
    public <T> T runTransaction(Supplier<T> transaction) {
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

    /** Returns after the current write, which serves all waiting callers. */
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

    /** Returns the latest request that waits for a write, or 0 once closed and none is left. */
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

    /**
     * Returns the operating system's error if there is one, because H2's own message is about channels and positions.
     */
    private static @Nullable Throwable reason(@Nullable Throwable failed) {
        return failed != null && failed.getCause() instanceof IOException system ? system : failed;
    }

    /**
     * Writes, and returns the failure or null. Any failure must reach the waiting callers, which would otherwise wait
     * forever.
     */
    private @Nullable Throwable write() {
        try {
            runTransaction(this::writeUnforced);
            storage.sync();
            return null;
        } catch (Throwable failed) {
            return failed;
        }
    }

    /** Returns H2's number of the written version. */
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
                LOG.log(Level.ERROR, "Writing to disk failed; all changes are rejected until the service is restarted",
                        failed);
            }
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
