package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Removes connections from the pool that would keep failing although the database works again. The pool itself removes
 * only connections that the server or the network has closed.
 */
final class ConnectionEviction {

    /** SQL state of a change on a server that only reads, such as a former primary after a failover. */
    private static final String READ_ONLY = "25006";

    /** SQL states if driver and server disagree about the prepared statements of a connection. */
    private static final Set<String> UNUSABLE = Set.of("26000", "42P05");

    /** While the server only reads, the pool replaces its connections at most this often, so that reads still work. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final HikariDataSource pool;
    private final AtomicLong lastReplacement = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    ConnectionEviction(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Runs a query. If it fails with one of these states, removes the connections that would fail again. */
    <T> T run(Handle handle, Function<Handle, T> query) {
        try {
            return query.apply(handle);
        } catch (RuntimeException failed) {
            SqlErrors.sqlException(failed).map(SQLException::getSQLState).ifPresent(state -> evict(handle, state));
            throw failed;
        }
    }

    private void evict(Handle handle, String state) {
        if (UNUSABLE.contains(state)) {
            pool.evictConnection(handle.getConnection());
        } else if (state.equals(READ_ONLY)) {
            replaceAll();
        }
    }

    /** Replaces all connections: each of them may lead to a server, or have a setting, that only allows reads. */
    private void replaceAll() {
        long last = lastReplacement.get();
        long now = System.nanoTime();
        if (now - last >= PAUSE_NANOS && lastReplacement.compareAndSet(last, now)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
