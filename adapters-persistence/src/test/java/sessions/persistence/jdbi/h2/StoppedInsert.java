package sessions.persistence.jdbi.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.h2.api.Trigger;
import sessions.persistence.jdbi.SqlStores;

/**
 * A trigger that stops inserts of sessions into an H2 database, once per process: everything before in the same
 * transaction is done, but the session's row is not there yet. H2 requires a public class.
 */
public final class StoppedInsert implements Trigger {

    private static final CountDownLatch REACHED = new CountDownLatch(1);
    private static final CountDownLatch RESUMED = new CountDownLatch(1);

    static void install(String url) throws SQLException {
        SqlStores.execute(url, "create trigger stopped_insert before insert on sessions for each row call '"
                + StoppedInsert.class.getName() + "'");
    }

    static void uninstall(String url) throws SQLException {
        SqlStores.execute(url, "drop trigger stopped_insert");
    }

    static void awaitReached() throws InterruptedException {
        REACHED.await();
    }

    static void resume() {
        RESUMED.countDown();
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        REACHED.countDown();
        try {
            RESUMED.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException(interrupted);
        }
    }
}
