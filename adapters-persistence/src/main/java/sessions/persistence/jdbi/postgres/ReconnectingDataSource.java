package sessions.persistence.jdbi.postgres;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Opens connections for a pool. Once the server has been reached, retries twice a second if it is away. The pool by
 * itself would pause longer after each failure, up to five seconds.
 */
final class ReconnectingDataSource implements DataSource {

    private static final Logger LOG = System.getLogger(ReconnectingDataSource.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Timeout of an attempt in seconds, unless the URL sets another. */
    static final int MAX_ATTEMPT = 4;

    private final DataSource driver;
    private volatile boolean reached;

    ReconnectingDataSource(DataSource driver) {
        this.driver = driver;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opened(driver::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return opened(() -> driver.getConnection(user, password));
    }

    private Connection opened(Opening opening) throws SQLException {
        boolean away = false;
        while (true) {
            try {
                Connection connection = opening.open();
                if (away) {
                    LOG.log(Level.INFO, "The store is reachable again");
                }
                reached = true;
                return connection;
            } catch (SQLException failed) {
                if (!reached) {
                    throw failed;
                }
                if (!away) {
                    LOG.log(Level.WARNING, "The store cannot be reached; retrying until it can: "
                            + failed.getMessage());
                    LOG.log(Level.DEBUG, "The stack of the first failure", failed);
                }
                away = true;
                pause(failed);
            }
        }
    }

    /** Waits before the next attempt. Closing the pool interrupts it. */
    private static void pause(SQLException failed) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }

    /**
     * Does nothing: the pool would derive the timeout from how long requests wait, and the driver would apply it to the
     * whole process.
     */
    @Override
    public void setLoginTimeout(int seconds) {
        // Ignored.
    }

    /** Returns how long closing the pool waits for a running attempt, in seconds. */
    @Override
    public int getLoginTimeout() {
        return MAX_ATTEMPT;
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }

    private interface Opening {
        Connection open() throws SQLException;
    }
}
