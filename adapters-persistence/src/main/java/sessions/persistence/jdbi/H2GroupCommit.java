package sessions.persistence.jdbi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import sessions.domain.StoreUnavailableException;

/**
 * Makes H2 commits durable. By itself H2 writes them up to half a second later, so that a crash would lose what was
 * acknowledged. Here every change waits until a write to disk that began after its commit has ended; one such write
 * serves all changes that wait for it.
 *
 * <p>The writes run on a thread of their own, because interrupting a thread inside H2 breaks the database. They use the
 * storage engine directly: the SQL command {@code CHECKPOINT SYNC} returns too early when a write in the background has
 * just taken the change, so an empty operation is queued behind such a write before the file is forced to disk.
 */
final class H2GroupCommit implements Durability {

    private static final Logger LOG = System.getLogger(H2GroupCommit.class.getName());

    private final MVStore storage;
    private final Thread writer = Thread.ofPlatform().daemon().name("h2-group-commit")
            .unstarted(this::writeUntilClosed);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition requested = lock.newCondition();
    private final Condition written = lock.newCondition();

    private long lastRequest;
    private long lastWritten;
    private boolean closed;
    private boolean ended;
    private @Nullable Throwable failure;

    private H2GroupCommit(MVStore storage) {
        this.storage = storage;
    }

    static H2GroupCommit start(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        H2GroupCommit commits = new H2GroupCommit(session.getDatabase().getStore().getMvStore());
        commits.writer.start();
        return commits;
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
                throw new StoreUnavailableException("The change could not be written to disk", failure);
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

    /** Answers what went wrong: anything at all must reach those who wait, else they would wait for ever. */
    private @Nullable Throwable write() {
        try {
            storage.commit();
            storage.executeFilestoreOperation(() -> {
            });
            storage.sync();
            return null;
        } catch (Throwable failed) {
            return failed;
        }
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
