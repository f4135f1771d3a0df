package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProcess;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** H2 collects the data of a write table by table, so a write during a transaction would save a part of it. */
@Timeout(60)
class H2WholeTransactionTest {

    @Test
    void nothingIsChangedOrWrittenDuringATransaction(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null));
                Connection other = DriverManager.getConnection(url)) {
            SessionV1 present = session("user", NOON);
            SessionV1 opened = session("user", NOON);
            store.sessions().insert(present);
            StoppedInsert.install(url);
            Thread opening = Thread.ofPlatform()
                    .start(() -> store.idempotency().insertOnce(opened, StoreProcess.record(opened), NOON));
            StoppedInsert.awaitReached();
            long version = storage(other).getCurrentVersion();
            Thread deletion = Thread.ofPlatform().start(() -> store.sessions().delete(present.id(), NOON, null));
            awaitWaiting(deletion);

            assertThat(store.sessions().find(present.id(), NOON)).isPresent();
            assertThat(storage(other).getCurrentVersion()).isEqualTo(version);

            StoppedInsert.resume();
            opening.join();
            deletion.join();
            assertThat(store.sessions().find(opened.id(), NOON)).isPresent();
            assertThat(store.sessions().find(present.id(), NOON)).isEmpty();
        }
    }

    private static MVStore storage(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            if (Thread.interrupted()) {
                throw new InterruptedException("timed out waiting for the thread to wait");
            }
            Thread.onSpinWait();
        }
    }
}
