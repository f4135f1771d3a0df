package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Fixtures;

/**
 * Frequent queries use an index, regardless of the number of sessions. In the table, one user has many sessions; one
 * has many with the same open time, which other users' sessions share; and the other users have about twenty each.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class QueryPlanTest {

    /** The user with many sessions. */
    private static final String BUSY = "busy";

    /** The user with many sessions of one open time, which is before all others. */
    private static final String CROWD = "crowd";
    private static final Instant CROWDED = NOON.minus(HOUR);

    private static final int ROWS = 20_000;
    private static final int PAGE = 100;
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));

    private final String url;
    private final RecordedStore recorded;

    public QueryPlanTest(String url) {
        this.url = url;
        this.recorded = RecordedStore.open(url);
    }

    /** Returns the JDBC URL of another, empty database. */
    public abstract String newDatabase();

    /** Returns a call of a function for random ids. */
    public abstract String randomId();

    /** Returns the name of a function for a series of numbers. */
    public abstract String series();

    /** Returns statements to run on full tables, so that plans are as in production. */
    public abstract List<String> preparations();

    /** Returns the plans of a statement; each must be good. */
    public abstract List<String> plans(RecordedStore store, RecordedStore.Statement statement);

    public abstract void assertReadsById(String plan);

    /**
     * Asserts that a plan reads the primary key for several ids. If the statement also names a user, it may read that
     * user's range of the index of users instead.
     */
    public abstract void assertReadsByIds(String plan);

    public abstract void assertReadsByKey(String plan);

    public abstract void assertReads(String index, String plan);

    /** Asserts that the index returns the rows in the requested order, so that reading ends with the page. */
    public abstract void assertReadsInOrder(String index, String plan);

    /** Returns how many rows a query reads. */
    public abstract int rowsRead(RecordedStore store, RecordedStore.Statement statement);

    private String insertCrowd() {
        return """
                insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
                select %1$s, case when mod(n, 10) = 0 then '%2$s' else concat('user', mod(n, 1500)) end, true, %3$s, %3$s,
                    1, %4$s
                from %5$s(1, %6$s) as series(n)""".formatted(randomId(), CROWD, CROWDED.toEpochMilli(),
                NOW.plus(HOUR).toEpochMilli(), series(), ROWS);
    }

    /** Returns an insert of sessions that were closed one per second, as the spread ones were opened. */
    private String insertClosed() {
        return """
                insert into sessions (id, user_id, active, open_time, close_time, request_time, version, expires_at)
                select %1$s, 'closed', false, %2$s, %3$s + n * 1000, %3$s + n * 1000, 2, %3$s + n * 1000
                from %4$s(1, %5$s) as series(n)""".formatted(randomId(), CROWDED.minus(HOUR).toEpochMilli(),
                NOON.toEpochMilli(), series(), ROWS);
    }

    private String insertRecords() {
        return """
                insert into opening_claims (request_key, request_hash, session_id, forgotten_at)
                select concat('key', n), 'hash', %1$s, %2$s + n from %3$s(1, %4$s) as series(n)""".formatted(randomId(),
                NOON.toEpochMilli(), series(), ROWS);
    }

    private String insertSpread() {
        return """
                insert into sessions (id, user_id, active, open_time, request_time, version, expires_at, data_content)
                select %1$s, case when mod(n, 20) = 0 then '%2$s' else concat('user', mod(n, 1500)) end, true,
                    %3$s + n * 1000, %3$s + n * 1000, 1, %4$s + n * 1000, repeat('x', 500)
                from %5$s(1, %6$s) as series(n)""".formatted(randomId(), BUSY, NOON.toEpochMilli(),
                NOON.plus(HOUR).toEpochMilli(), series(), ROWS);
    }

    @BeforeAll
    void prepare() throws SQLException {
        prepare(url, List.of(insertSpread(), insertCrowd(), insertRecords()));
    }

    /** Prepares a separate database. */
    private RecordedStore prepared(List<String> inserts) throws SQLException {
        String database = newDatabase();
        RecordedStore store = RecordedStore.open(database);
        prepare(database, inserts);
        return store;
    }

    private void prepare(String database, List<String> inserts) throws SQLException {
        for (List<String> statements : List.of(inserts, preparations())) {
            for (String statement : statements) {
                SqlStores.execute(database, statement);
            }
        }
    }

    @AfterAll
    void close() {
        recorded.close();
    }

    @Test
    void callsForASessionReadThePrimaryKey() {
        SessionId id = SessionId.random();
        Json json = new Json("1");
        assertThat(plans(store -> {
            store.sessions().find(id, NOW);
            store.sessions().change(id, new SessionChange.StoreData(json, NOW, 7L), ONE_HOUR);
            store.sessions().change(id, new SessionChange.UpdateUser(json, NOW, null), ONE_HOUR);
            store.sessions().change(id, new SessionChange.Touch(NOW, null), ONE_HOUR);
            store.sessions().change(id, new SessionChange.Close(NOW, null), ONE_HOUR);
            store.sessions().change(id, new SessionChange.Touch(NOW, HOUR, 7L), ONE_HOUR);
            store.sessions().delete(id, NOW, null);
            store.sessions().delete(id, NOW, 7L);
            store.lists().list(SessionFilter.ALL.withId(id.value()), NOW, 0, PAGE);
        })).isNotEmpty().allSatisfy(this::assertReadsById);
    }

    @Test
    void listOfAUserReadsTheIndexOfUsers() {
        SessionFilter active = SessionFilter.ofUser("user7").withActive(true);
        assertThat(plans(store -> {
            store.lists().list(SessionFilter.ofUser("user7"), NOW, 0, PAGE);
            store.lists().list(active, NOW, 0, PAGE);
            store.lists().count(active, NOW);
        })).isNotEmpty().allSatisfy(plan -> assertReads("sessions_by_user", plan));
    }

    @Test
    void listOfAUserWithManySessionsEndsWithThePage() {
        assertThat(plans(store -> store.lists().list(SessionFilter.ofUser(BUSY), NOW, 0, PAGE))).isNotEmpty()
                .allSatisfy(plan -> assertReadsInOrder("sessions_by_user", plan));
    }

    @Test
    void listOfAllUsersEndsWithThePage() {
        assertThat(plans(store -> {
            store.lists().list(SessionFilter.ALL, NOW, PAGE, PAGE);
            store.lists().list(Fixtures.activeIs(true), NOW, PAGE, PAGE);
            store.lists().list(Fixtures.activeIs(false), NOW, PAGE, PAGE);
        })).isNotEmpty().allSatisfy(plan -> assertReadsInOrder("sessions_by_open_time", plan));
    }

    @Test
    void pageAfterACursorOfAllUsersReadsOnlyThePage() {
        for (SessionFilter filter : List.of(SessionFilter.ALL, Fixtures.activeIs(true),
                SessionFilter.ALL.withOpened(new TimeRange(CROWDED, NOW)))) {
            assertReadsThePage("sessions_by_open_time", filter, cursorInTheCrowd());
            assertReadsThePage("sessions_by_open_time", filter, cursorFarIntoTheList());
        }
    }

    @Test
    void pageAfterACursorOfAUserReadsOnlyThePage() {
        SessionFilter crowd = SessionFilter.ofUser(CROWD);
        for (SessionFilter filter : List.of(crowd, crowd.withActive(true),
                crowd.withOpened(new TimeRange(CROWDED, NOW)))) {
            assertReadsThePage("sessions_by_user", filter, cursorInTheCrowd());
        }
        assertReadsThePage("sessions_by_user", SessionFilter.ofUser(BUSY), cursorFarIntoTheList());
    }

    /** Runs as of a time when all sessions have expired, so that none is closed. */
    @Test
    void closingByFilterReadsTheListInOrder() {
        Instant late = NOW.plus(Duration.ofDays(1));
        for (SessionFilter filter : List.of(SessionFilter.ofUser(CROWD), SessionFilter.ofUser(BUSY))) {
            assertThat(plans(store -> store.closing().closeMatching(filter, late, cursorInTheCrowd(), PAGE)))
                    .isNotEmpty().allSatisfy(plan -> assertReadsInOrder("sessions_by_user", plan));
        }
    }

    @Test
    void expiredRecordsAreFoundByTimeAndOthersByKey() {
        Instant some = NOON.plusMillis(ROWS / 2);
        RecordedStore.Statement expired = recorded.statements(store -> store.idempotency().removeExpired(some, PAGE))
                .getFirst();
        assertThat(plans(recorded, expired)).isNotEmpty()
                .allSatisfy(plan -> assertReadsInOrder("opening_claims_by_forgotten_at", plan));
        SessionV1 session = Fixtures.session("user", NOON);
        IdempotencyRecord record = new IdempotencyRecord("key" + ROWS, "hash", session.id(), NOW);
        RecordedStore.Statement find = recorded
                .statements(store -> store.idempotency().insertOnce(session, record, NOON))
                .getLast();
        assertThat(plans(recorded, find)).isNotEmpty().allSatisfy(this::assertReadsByKey);
    }

    private static SessionCursor cursorInTheCrowd() {
        return new SessionCursor(CROWDED, new SessionId("8" + "0".repeat(31)));
    }

    private static SessionCursor cursorFarIntoTheList() {
        return new SessionCursor(NOON.plusSeconds(ROWS / 2), new SessionId("8" + "0".repeat(31)));
    }

    /** Asserts how many rows are read. Each of two ranges may read one more row to detect its end. */
    private void assertReadsThePage(String index, SessionFilter filter, SessionCursor after) {
        RecordedStore.Statement page = recorded.statements(store -> store.lists().listAfter(after, filter, NOON, PAGE))
                .getFirst();
        assertThat(plans(recorded, page)).isNotEmpty().allSatisfy(plan -> assertReadsInOrder(index, plan));
        assertThat(rowsRead(recorded, page)).isBetween(PAGE, PAGE + 2);
    }

    @Test
    void sweepReadsOnlyExpiredSessions() throws SQLException {
        try (RecordedStore store = prepared(List.of(insertSpread(), insertClosed()))) {
            for (int batch = 0; batch < 2; batch++) {
                RecordedStore.Statement find = store.statements(each -> each.closing().closeExpired(NOW, PAGE))
                        .getFirst();
                assertThat(plans(store, find)).isNotEmpty()
                        .allSatisfy(plan -> assertReadsInOrder("sessions_by_expiry", plan));
                assertThat(rowsRead(store, find)).isBetween(PAGE, PAGE + 1);
            }
        }
    }

    @Test
    void bulkClosingReadsThePrimaryKey() throws SQLException {
        try (RecordedStore store = prepared(List.of(insertSpread()))) {
            for (Consumer<SessionStore> command : List.<Consumer<SessionStore>>of(
                    each -> each.closing().closeExpired(NOW, PAGE),
                    each -> each.closing().closeMatching(SessionFilter.ofUser(BUSY), NOW, null, PAGE))) {
                List<RecordedStore.Statement> closing = store.statements(command);
                assertThat(closing).hasSize(2);
                assertThat(plans(store, closing.getLast())).isNotEmpty().allSatisfy(this::assertReadsByIds);
            }
        }
    }

    @Test
    void removalOfAUserReadsTheIndexOfUsersAndThePrimaryKey() throws SQLException {
        try (RecordedStore store = prepared(List.of(insertSpread()))) {
            List<RecordedStore.Statement> removal = store.statements(each -> each.removal().removeOfUser(BUSY, PAGE));
            assertThat(removal).hasSize(2);
            assertThat(plans(store, removal.getFirst())).isNotEmpty()
                    .allSatisfy(plan -> assertReadsInOrder("sessions_by_user", plan));
            assertThat(plans(store, removal.getLast())).isNotEmpty().allSatisfy(this::assertReadsByIds);
        }
    }

    @Test
    void removalOfEndedSessionsReadsOnlyThoseAndThePrimaryKey() throws SQLException {
        try (RecordedStore store = prepared(List.of(insertSpread(), insertClosed()))) {
            Instant some = NOON.plus(HOUR).plusSeconds(ROWS / 4);
            RecordedStore.Statement count = store.statements(each -> each.removal().countEnded(some, NOW.plus(HOUR)))
                    .getFirst();
            assertReadsByEnd(store, count);
            List<RecordedStore.Statement> removal = store
                    .statements(each -> each.removal().removeEnded(some, NOW.plus(HOUR), PAGE));
            assertThat(removal).hasSize(2);
            assertReadsByEnd(store, removal.getFirst());
            assertThat(rowsRead(store, removal.getFirst())).isBetween(PAGE, 2 * (PAGE + 1));
            assertThat(plans(store, removal.getLast())).isNotEmpty().allSatisfy(this::assertReadsByIds);
        }
    }

    private void assertReadsByEnd(RecordedStore store, RecordedStore.Statement statement) {
        String plan = String.join(" ", plans(store, statement));
        assertReads("sessions_by_close_time", plan);
        assertReads("sessions_by_expiry", plan);
    }

    /** In this hour, each second one session is opened, one is closed, and one expires and is not swept. */
    @Test
    void countsByHourReadOnlyTheirHour() throws SQLException {
        Instant from = NOON.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(4));
        try (RecordedStore store = prepared(List.of(insertSpread(), insertClosed()))) {
            RecordedStore.Statement counts = store
                    .statements(each -> each.hours().count(from, 1, NOW.plus(Duration.ofDays(1)))).getFirst();
            String plan = String.join(" ", plans(store, counts));
            for (String index : List.of("sessions_by_open_time", "sessions_by_close_time", "sessions_by_expiry")) {
                assertReads(index, plan);
            }
            int eachSecond = 3 * (int) HOUR.toSeconds();
            assertThat(rowsRead(store, counts)).isBetween(eachSecond, eachSecond + 10);
        }
    }

    private List<String> plans(Consumer<SessionStore> commands) {
        return recorded.statements(commands).stream().flatMap(each -> plans(recorded, each).stream()).toList();
    }
}
