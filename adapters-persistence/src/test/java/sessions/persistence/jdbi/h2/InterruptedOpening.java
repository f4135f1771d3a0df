package sessions.persistence.jdbi.h2;

import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.sql.SQLException;
import sessions.domain.model.SessionV1;
import sessions.persistence.OtherProcess;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.jdbi.SqlStores;

/**
 * A program that opens a session on H2 under a claim and stops between claim and session. All that was written until then
 * is on disk. It prints {@code open} when that is so, then the session's id.
 */
final class InterruptedOpening {

    private InterruptedOpening() {
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        JdbiSessionStore store = JdbiSessionStore.open(args[0], null, null);
        StoppedInsert.install(args[0]);
        SessionV1 session = session("user", NOON);
        Thread.ofPlatform().daemon().start(() -> store.insertOnce(session, OtherProcess.claim(session), NOON));
        StoppedInsert.awaitReached();
        SqlStores.execute(args[0], "checkpoint sync");
        System.out.println("open");
        System.out.println(session.id().value());
        System.in.read();
    }
}
