package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.testkit.PostgresServer;

/** A fault ends up in a log with all its causes: no session id, which is a secret, and no content may stand in it. */
class FaultTextTest {

    private static final String SECRET = "\"secret content\"";

    private final SessionV1 session = session("secret user", NOON);

    @Test
    void faultsShowNoValues() throws SQLException {
        for (String url : List.of("jdbc:h2:mem:faults", PostgresServer.newDatabase())) {
            try (JdbiSessionStore store = JdbiSessionStore.open(url, null, null)) {
                SqlStores.execute(url, "alter table sessions rename to gone");
                assertShowsNoValues(() -> store.insert(session));
                assertShowsNoValues(() -> store.find(session.id(), NOON));
                assertShowsNoValues(() -> store.change(session.id(),
                        new SessionChange.StoreData(new Json(SECRET), NOON, null), ONE_HOUR));
                assertShowsNoValues(() -> store.list(SessionFilter.ofUser("secret user"), NOON, 0, 1));
                assertShowsNoValues(() -> store.listAfter(SessionCursor.at(session), SessionFilter.ALL, NOON, 1));
                assertShowsNoValues(() -> store.closeMatching(SessionFilter.ofUser("secret user"), NOON,
                        SessionCursor.at(session), 1));
                assertShowsNoValues(() -> store.insertOnce(session, claim(), NOON));
                assertShowsNoValues(() -> store.delete(session.id(), NOON, 1L));
            }
        }
    }

    @Test
    void faultsShowNoValuesThatTheDatabaseRefuses() {
        for (String url : List.of("jdbc:h2:mem:refusals", PostgresServer.newDatabase())) {
            try (JdbiSessionStore store = JdbiSessionStore.open(url, null, null)) {
                store.insert(session);
                assertShowsNoValues(() -> store.insert(session));
            }
        }
    }

    private IdempotencyRecord claim() {
        return new IdempotencyRecord("secret key", "secret hash", session.id(), NOON);
    }

    private void assertShowsNoValues(Runnable call) {
        Throwable fault = catchThrowable(call::run);
        assertThat(fault).isInstanceOf(StoreFailedException.class);
        StringWriter log = new StringWriter();
        fault.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).containsIgnoringCase("sessions").doesNotContain(session.id().value())
                .doesNotContain(SessionRow.uuid(session.id()).toString()).doesNotContain("secret");
    }
}
