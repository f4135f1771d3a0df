package sessions.persistence.jdbi;

import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import sessions.domain.SessionV1;

/**
 * A program that opens a session on H2 under a claim and stops between claim and session: another insert of the same session
 * is not committed, and the store waits for its end. All that was written until then is on disk. It prints
 * {@code open} when that is so, then the session's id.
 */
final class InterruptedOpening {

    /** H2 shows a statement while it runs, and while it waits. */
    private static final String WAITING = "select count(*) from information_schema.sessions"
            + " where executing_statement like 'insert into sessions %'";

    private InterruptedOpening() {
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        JdbiSessionStore store = JdbiSessionStore.open(args[0], null, null);
        SessionV1 session = session("user", NOON);
        try (Connection rival = DriverManager.getConnection(args[0]); Statement statement = rival.createStatement()) {
            rival.setAutoCommit(false);
            statement.execute("""
                    insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
                    values ('%s', 'rival', true, 0, 0, 1, 0)""".formatted(SessionRow.uuid(session.id())));
            Thread.ofPlatform().daemon().start(() -> {
                store.insertOnce(session, OtherProcess.claim(session), NOON);
                Runtime.getRuntime().halt(1); // it did not wait
            });
            SqlStores.await(args[0], WAITING, 1);
            SqlStores.execute(args[0], "checkpoint sync");
            System.out.println("open");
            System.out.println(session.id().value());
            System.in.read();
        }
    }
}
