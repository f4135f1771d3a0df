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
 * Opens connections for a pool. Once the server has been reached, it tries twice a second until it is there again: by
 * itself the pool pauses ever longer after each failure, up to five seconds, and would be that late.
 */
public final class ReconnectingDataSource implements DataSource {

    private static final Logger LOG = System.getLogger(ReconnectingDataSource.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Of the driver, unless the URL has another; seconds. */
    public static final int MAX_ATTEMPT = 4;

    private final DataSource driver;
    private volatile boolean reached;

    public ReconnectingDataSource(DataSource driver) {
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
                    LOG.log(Level.WARNING, "The store cannot be reached; it is tried again until it can", failed);
                }
                away = true;
                pause(failed);
            }
        }
    }

    /** Ended by the closing of the pool. */
    private static void pause(SQLException failed) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }

    /** Does nothing: the pool would derive it from how long requests wait, and the driver has it for the whole process. */
    @Override
    public void setLoginTimeout(int seconds) {
        // See above.
    }

    /** How long the closing of the pool waits for an attempt that is under way. */
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
