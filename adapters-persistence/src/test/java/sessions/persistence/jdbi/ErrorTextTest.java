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
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.PostgresServer;

/** Exceptions are logged with all their causes, so they must not contain session ids, which are secrets, or content. */
class ErrorTextTest {

    private static final String SECRET = "\"secret content\"";

    private final SessionV1 session = session("secret user", NOON);

    @Test
    void failuresShowNoValues() throws SQLException {
        for (String url : List.of("jdbc:h2:mem:faults", PostgresServer.newDatabase())) {
            try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
                SqlStores.execute(url, "alter table sessions rename to gone");
                assertShowsNoValues(() -> store.sessions().insert(session));
                assertShowsNoValues(() -> store.sessions().find(session.id(), NOON));
                assertShowsNoValues(() -> store.sessions().change(session.id(),
                        new SessionChange.StoreData(new Json(SECRET), NOON, null), ONE_HOUR));
                assertShowsNoValues(() -> store.lists().list(SessionFilter.ofUser("secret user"), NOON, 0, 1));
                assertShowsNoValues(
                        () -> store.lists().listAfter(SessionCursor.at(session), SessionFilter.ALL, NOON, 1));
                assertShowsNoValues(() -> store.closing().closeMatching(SessionFilter.ofUser("secret user"),
                        NOON,
                        SessionCursor.at(session), 1));
                assertShowsNoValues(() -> store.idempotency().insertOnce(session, record(), NOON));
                assertShowsNoValues(() -> store.sessions().delete(session.id(), NOON, 1L));
            }
        }
    }

    @Test
    void rejectedValuesAreNotShown() {
        for (String url : List.of("jdbc:h2:mem:refusals", PostgresServer.newDatabase())) {
            try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
                store.sessions().insert(session);
                assertShowsNoValues(() -> store.sessions().insert(session));
            }
        }
    }

    private IdempotencyRecord record() {
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
