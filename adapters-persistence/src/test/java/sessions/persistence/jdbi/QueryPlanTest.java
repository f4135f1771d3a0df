package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sessions.domain.Json;
import sessions.domain.SessionChange;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionStore;
import sessions.testkit.Fixtures;

/**
 * What the store asks often is answered from an index, however many sessions there are. One user in the table has many
 * sessions, the others have ten each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryPlanTest {

    /** The user with many sessions. */
    private static final String BUSY = "busy";

    private static final int ROWS = 20_000;
    private static final int PAGE = 100;
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));

    private final String url;
    private final RecordedStore recorded;

    QueryPlanTest(String url) {
        this.url = url;
        this.recorded = RecordedStore.open(url);
    }

    /** What fills the table, from {@link #insert}, and what else has to be run before plans are as in production. */
    abstract List<String> preparations();

    /** The plans of a statement; each must be good. */
    abstract List<String> plans(RecordedStore store, RecordedStore.Statement statement);

    abstract void assertReadsById(String plan);

    abstract void assertReads(String index, String plan);

    /** Holds where the index gives the rows in the order asked for, so that reading ends with the page. */
    abstract void assertReadsInOrder(String index, String plan);

    static String insert(String id, String series) {
        return """
                insert into sessions (id, user_id, active, open_time, request_time, version, expires_at, data_content)
                select %1$s, case when mod(n, 20) = 0 then '%2$s' else concat('user', mod(n, 1500)) end, true,
                    %3$d + n * 1000, %3$d + n * 1000, 1, %4$d + n * 1000, repeat('x', 500)
                from %5$s(1, %6$d) as series(n)""".formatted(id, BUSY, NOON.toEpochMilli(),
                NOON.plus(HOUR).toEpochMilli(), series, ROWS);
    }

    @BeforeAll
    void prepare() throws SQLException {
        for (String preparation : preparations()) {
            SqlStores.execute(url, preparation);
        }
    }

    @AfterAll
    void close() {
        recorded.close();
    }

    @Test
    void whatNamesASessionReadsThePrimaryKey() {
        SessionId id = SessionId.random();
        Json json = new Json("1");
        assertThat(plans(store -> {
            store.find(id, NOW);
            store.change(id, new SessionChange.StoreData(json, NOW, 7L), ONE_HOUR);
            store.change(id, new SessionChange.UpdateUser(json, NOW, null), ONE_HOUR);
            store.change(id, new SessionChange.Touch(NOW, null), ONE_HOUR);
            store.change(id, new SessionChange.Close(NOW, null), ONE_HOUR);
            store.delete(id, NOW, null);
            store.list(SessionFilter.ALL.withId(id.value()), NOW, 0, PAGE);
        })).isNotEmpty().allSatisfy(this::assertReadsById);
    }

    @Test
    void listOfAUserReadsTheIndexOfUsers() {
        SessionFilter active = SessionFilter.ofUser("user7").withActive(true);
        assertThat(plans(store -> {
            store.list(SessionFilter.ofUser("user7"), NOW, 0, PAGE);
            store.list(active, NOW, 0, PAGE);
            store.count(active, NOW);
        })).isNotEmpty().allSatisfy(plan -> assertReads("sessions_by_user", plan));
    }

    @Test
    void listOfAUserWithManySessionsEndsWithThePage() {
        assertThat(plans(store -> store.list(SessionFilter.ofUser(BUSY), NOW, 0, PAGE))).isNotEmpty()
                .allSatisfy(plan -> assertReadsInOrder("sessions_by_user", plan));
    }

    @Test
    void listOfEverybodyEndsWithThePage() {
        assertThat(plans(store -> {
            store.list(SessionFilter.ALL, NOW, PAGE, PAGE);
            store.list(Fixtures.activeIs(true), NOW, PAGE, PAGE);
            store.list(Fixtures.activeIs(false), NOW, PAGE, PAGE);
        })).isNotEmpty().allSatisfy(plan -> assertReadsInOrder("sessions_by_open_time", plan));
    }

    @Test
    void sweepFindsTheExpiredByTheirBucket() {
        RecordedStore.Statement candidates = recorded.statements(store -> store.closeExpired(NOW, PAGE)).getFirst();
        assertThat(plans(recorded, candidates)).isNotEmpty()
                .allSatisfy(plan -> assertReadsInOrder("sessions_by_expiry", plan));
    }

    private List<String> plans(Consumer<SessionStore> commands) {
        return recorded.statements(commands).stream().flatMap(each -> plans(recorded, each).stream()).toList();
    }
}
