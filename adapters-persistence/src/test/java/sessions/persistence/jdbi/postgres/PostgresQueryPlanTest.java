package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.TimeRange;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.jdbi.QueryPlanTest;
import sessions.persistence.jdbi.RecordedStore;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

class PostgresQueryPlanTest extends QueryPlanTest {

    private static final int PAGE = 100;

    private static final SessionFilter OLDEST = SessionFilter.ofUser("user5oldest");

    /**
     * Gives a fifth of all sessions to one user, all older than the others' sessions. The user's name is in the middle
     * of the others, so the table is not ordered by user, which makes the index of users look expensive.
     */
    private static final String INSERT_OLDEST = """
            insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
            select gen_random_uuid(), case when n <= 10000 then '%2$s' else concat('user', mod(n, 1500)) end, true,
                %1$s + n * 1000, %1$s + n * 1000, 1, %1$s + n * 1000 + 864000000
            from generate_series(1, 50000) as series(n)""".formatted(NOON.toEpochMilli(),
            OLDEST.userId());

    /** Matches the rows that a scan returns and those that it drops. */
    private static final Pattern ROWS_READ = Pattern
            .compile("(?:(?:scan using|heap scan on) [^(]+ \\(actual rows=|rows removed by [a-z ]+: )([0-9]+)");

    /** Matches buffer counts; those of the whole query come first. */
    private static final Pattern BLOCKS = Pattern.compile("buffers: shared(?: hit=([0-9]+))?(?: read=([0-9]+))?");

    PostgresQueryPlanTest() {
        super(PostgresServer.newDatabase());
    }

    @Override
    public String newDatabase() {
        return PostgresServer.newDatabase();
    }

    @Override
    public String randomId() {
        return "gen_random_uuid()";
    }

    @Override
    public String series() {
        return "generate_series";
    }

    @Override
    public List<String> preparations() {
        return List.of("vacuum analyze sessions, opening_claims");
    }

    @Override
    public List<String> plans(RecordedStore store, RecordedStore.Statement statement) {
        return List.of(store.text(statement.withPrefix("explain (costs off)")));
    }

    @Override
    public int rowsRead(RecordedStore store, RecordedStore.Statement statement) {
        return ROWS_READ.matcher(store.text(statement.withPrefix("explain (analyze, costs off, timing off)")))
                .results().mapToInt(rows -> Integer.parseInt(rows.group(1))).sum();
    }

    @Override
    public void assertReadsByKey(String plan) {
        assertReads("opening_claims_pkey", plan);
        assertThat(plan).contains("index cond: ((request_key)::text = ");
    }

    @Override
    public void assertReadsById(String plan) {
        assertReads("sessions_pkey", plan);
        assertThat(plan).contains("index cond: (id = ");
    }

    @Override
    public void assertReadsByIds(String plan) {
        assertReads("sessions_pkey", plan);
        assertThat(plan).contains("index cond: (id = any (").doesNotContainPattern("sessions_by_(?!user)");
    }

    @Override
    public void assertReads(String index, String plan) {
        assertThat(plan).containsPattern("index (only )?scan (using|on) " + index).doesNotContain("seq scan");
    }

    @Override
    public void assertReadsInOrder(String index, String plan) {
        assertReads(index, plan);
        assertThat(plan).doesNotContain("sort");
    }

    /**
     * If read from the newest session on, all others' sessions come first. Uses a separate database with its own
     * statistics.
     */
    @Test
    void listsOfAUserWithTheOldestSessionsReadOnlyThePage() throws SQLException {
        String url = newDatabase();
        try (RecordedStore store = RecordedStore.open(url)) {
            SqlStores.execute(url, INSERT_OLDEST);
            SqlStores.execute(url, "vacuum analyze sessions");
            assertThat(store.statements(PostgresQueryPlanTest::listOldest)).hasSize(9).allSatisfy(list -> {
                assertThat(plans(store, list)).allSatisfy(plan -> assertReadsInOrder("sessions_by_user", plan));
                assertThat(rowsRead(store, list)).isBetween(PAGE, 2 * PAGE);
            });
        }
    }

    /** The index contains closed sessions until the next vacuum. */
    @Test
    void sweepDoesNotReadClosedSessionsAgain() throws SQLException {
        Instant late = NOON.plus(Duration.ofDays(30));
        String url = newDatabase();
        try (RecordedStore store = RecordedStore.open(url)) {
            SqlStores.execute(url, INSERT_OLDEST);
            SqlStores.execute(url, "vacuum analyze sessions");
            RecordedStore.Statement first = store.statements(each -> each.closing().closeExpired(late, 10)).getFirst();
            int atTheStart = blocksRead(store, first);
            for (int batch = 0; batch < 80; batch++) {
                store.store().closing().closeExpired(late, 500);
            }
            RecordedStore.Statement last = store.statements(each -> each.closing().closeExpired(late, 10)).getFirst();
            assertThat(blocksRead(store, last)).isBetween(10, 2 * atTheStart);
        }
    }

    private static int blocksRead(RecordedStore store, RecordedStore.Statement statement) {
        String plan = store.text(statement.withPrefix("explain (analyze, buffers, costs off, timing off)"));
        return BLOCKS.matcher(plan).results().limit(1)
                .mapToInt(blocks -> number(blocks.group(1)) + number(blocks.group(2))).sum();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static void listOldest(SessionStore store) {
        SessionCursor above = new SessionCursor(NOON.plusSeconds(30_000), SessionId.random());
        for (SessionFilter filter : List.of(OLDEST, OLDEST.withActive(true))) {
            store.lists().list(filter, NOON, 0, PAGE);
            store.lists().list(filter, NOON, PAGE, PAGE);
            store.lists().listAfter(null, filter, NOON, PAGE);
            store.lists().listAfter(above, filter, NOON, PAGE);
        }
        store.lists().listAfter(null, OLDEST.withOpened(new TimeRange(NOON, null)), NOON, PAGE);
    }
}
