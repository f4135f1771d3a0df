package sessions.persistence.jdbi.h2;

import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.sql.SQLException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProcess;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;

/**
 * A program that opens a session on H2 with an idempotency key and stops between record and session. It writes
 * everything to disk, and then prints {@code open} and the session's id.
 */
final class InterruptedOpening {

    private InterruptedOpening() {
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        SessionStore store = StoreProviders.open(new StoreSettings(args[0], null, null));
        StoppedInsert.install(args[0]);
        SessionV1 session = session("user", NOON);
        Thread.ofPlatform().daemon()
                .start(() -> store.idempotency().insertOnce(session, StoreProcess.record(session), NOON));
        StoppedInsert.awaitReached();
        SqlStores.execute(args[0], "checkpoint sync");
        System.out.println("open");
        System.out.println(session.id().value());
        System.in.read();
    }
}
