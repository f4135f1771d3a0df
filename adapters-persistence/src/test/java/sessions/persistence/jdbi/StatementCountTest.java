package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/** A command that applies is one statement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StatementCountTest {

    /**
     * Returns how many statements the store sends for a command, including the end of a transaction if it is a
     * statement.
     */
    public abstract int statements(Consumer<SessionStore> command);

    /** Returns how many statements a transaction adds. */
    public abstract int transaction();

    @Test
    void openingReadingListingCountingAndDeletingTakeOneStatement() {
        SessionV1 session = session("user", NOON);
        assertThat(statements(store -> store.sessions().insert(session))).isOne();
        assertThat(statements(store -> assertThat(store.sessions().find(session.id(), NOON)).isPresent())).isOne();
        assertThat(statements(store -> store.lists().list(SessionFilter.ofUser("user"), NOON, 0, 10))).isOne();
        assertThat(statements(store -> store.lists().listAfter(null, SessionFilter.ALL, NOON, 10))).isOne();
        SessionCursor cursor = SessionCursor.at(session);
        assertThat(statements(store -> store.lists().listAfter(cursor, SessionFilter.ofUser("user"), NOON, 10)))
                .isOne();
        assertThat(statements(store -> store.lists().count(SessionFilter.ALL, NOON))).isOne();
        assertThat(statements(store -> store.hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 24, NOON))).isOne();
        assertThat(statements(store -> changed(store.sessions().delete(session.id(), NOON, null)))).isOne();
        assertThat(statements(store -> assertThat(store.sessions().find(session.id(), NOON)).isEmpty())).isOne();
    }

    @Test
    void changeThatAppliesTakesOneStatement() {
        SessionV1 session = inserted();
        for (SessionChange change : changes()) {
            assertThat(statements(store -> store.sessions().change(session.id(), change, ONE_HOUR))).isOne();
        }
        SessionChange expecting = new SessionChange.Touch(NOON, 1L);
        SessionV1 other = inserted();
        assertThat(statements(store -> store.sessions().change(other.id(), expecting, ONE_HOUR))).isOne();
        assertThat(statements(store -> store.sessions().change(other.id(), expecting, ONE_HOUR))).isEqualTo(2);
    }

    @Test
    void rejectedChangeTakesASecondStatementForTheReason() {
        SessionV1 session = session("user", NOON);
        for (SessionChange change : changes()) {
            assertThat(statements(store -> store.sessions().change(session.id(), change, ONE_HOUR))).isEqualTo(2);
        }
    }

    @Test
    void earlyTouchTakesASecondStatementForTheReason() {
        SessionV1 session = inserted();
        Duration interval = Duration.ofSeconds(10);
        SessionChange touch = new SessionChange.Touch(NOON.plus(interval), interval, 1L);
        assertThat(statements(store -> changed(store.sessions().change(session.id(), touch, ONE_HOUR)))).isOne();
        SessionChange soon = new SessionChange.Touch(NOON.plus(interval), interval, 2L);
        assertThat(statements(store -> store.sessions().change(session.id(), soon, ONE_HOUR))).isEqualTo(2);
    }

    @Test
    void deletionOfAVersionTakesOneStatement() {
        SessionV1 session = inserted();
        assertThat(statements(store -> store.sessions().delete(session.id(), NOON, 2L))).isEqualTo(2);
        assertThat(statements(store -> changed(store.sessions().delete(session.id(), NOON, 1L)))).isOne();
    }

    @Test
    void openingWithAKeyIsOneTransactionOfTwoStatements() {
        SessionV1 session = session("user", NOON);
        IdempotencyRecord record = new IdempotencyRecord("a".repeat(64), "b".repeat(64), session.id(), NOON.plus(HOUR));
        assertThat(statements(store -> assertThat(store.idempotency().insertOnce(session, record, NOON)).isEmpty()))
                .isEqualTo(2 + transaction());
        assertThat(
                statements(store -> assertThat(store.idempotency().insertOnce(session, record, NOON)).contains(record)))
                .isEqualTo(2 + transaction());
        Instant expired = NOON.plus(HOUR);
        assertThat(statements(store -> store.idempotency().removeExpired(expired, 10))).isEqualTo(2);
        assertThat(statements(store -> store.idempotency().removeExpired(expired, 10))).isOne();
    }

    @Test
    void closingByFilterTakesTwoStatementsPerBatch() {
        inserted();
        SessionFilter filter = SessionFilter.ofUser("user");
        assertThat(statements(store -> store.closing().closeMatching(filter, NOON, null, 100))).isEqualTo(2);
        assertThat(statements(store -> store.closing().closeMatching(filter, NOON, null, 100))).isOne();
    }

    @Test
    void sweepTakesTwoStatementsPerBatch() {
        for (int i = 0; i < 5; i++) {
            inserted();
        }
        Instant expired = NOON.plus(HOUR).plus(HOUR);
        assertThat(statements(store -> store.closing().closeExpired(expired, 100))).isEqualTo(2);
        assertThat(statements(store -> store.closing().closeExpired(expired, 100))).isOne();
    }

    private SessionV1 inserted() {
        SessionV1 session = session("user", NOON);
        statements(store -> store.sessions().insert(session));
        return session;
    }

    private static List<SessionChange> changes() {
        Json json = new Json("[3]");
        return List.of(new SessionChange.StoreData(json, NOON, null),
                new SessionChange.UpdateUser(json, NOON, null), new SessionChange.Touch(NOON, null),
                new SessionChange.Close(NOON, null));
    }
}
