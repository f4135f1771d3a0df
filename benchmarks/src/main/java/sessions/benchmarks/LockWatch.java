package sessions.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Records the longest wait for a lock in a PostgreSQL database, checked every 50 ms. */
final class LockWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private static final String LONGEST_LOCK_WAIT = """
            select coalesce(max(extract(epoch from clock_timestamp() - waitstart)) * 1000, 0)
            from pg_locks where not granted""";

    private final Connection connection;
    private final Thread thread = Thread.ofPlatform().name("lock-watch").unstarted(this::watch);
    private volatile boolean stopped;
    private volatile double longestMillis;

    private LockWatch(Connection connection) {
        this.connection = connection;
    }

    static LockWatch start(String url) throws SQLException {
        LockWatch watch = new LockWatch(DriverManager.getConnection(url));
        watch.thread.start();
        return watch;
    }

    /** Returns the longest recorded wait in milliseconds. */
    double longestMillis() {
        return longestMillis;
    }

    private void watch() {
        try (Statement statement = connection.createStatement()) {
            while (!stopped) {
                try (ResultSet row = statement.executeQuery(LONGEST_LOCK_WAIT)) {
                    row.next();
                    longestMillis = Math.max(longestMillis, row.getDouble(1));
                }
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("lock waits could not be queried", failed);
        }
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try (connection) {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
