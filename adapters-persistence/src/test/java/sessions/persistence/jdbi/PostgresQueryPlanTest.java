package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sessions.testkit.PostgresServer;

class PostgresQueryPlanTest extends QueryPlanTest {

    /** What a scan answers, and what it drops. */
    private static final Pattern ROWS_READ = Pattern
            .compile("(?:scan using [^(]+ \\(actual rows=|rows removed by [a-z ]+: )([0-9]+)");

    PostgresQueryPlanTest() {
        super(PostgresServer.newDatabase());
    }

    @Override
    List<String> preparations() {
        List<String> preparations = new ArrayList<>(inserts("gen_random_uuid()", "generate_series"));
        preparations.add("vacuum analyze sessions, opening_claims");
        return preparations;
    }

    @Override
    List<String> plans(RecordedStore store, RecordedStore.Statement statement) {
        return List.of(store.text(statement.withPrefix("explain (costs off)")));
    }

    @Override
    int rowsRead(RecordedStore store, RecordedStore.Statement statement) {
        return ROWS_READ.matcher(store.text(statement.withPrefix("explain (analyze, costs off, timing off)")))
                .results().mapToInt(rows -> Integer.parseInt(rows.group(1))).sum();
    }

    @Override
    void assertReadsByKey(String plan) {
        assertReads("opening_claims_pkey", plan);
        assertThat(plan).contains("index cond: ((request_key)::text = ");
    }

    @Override
    void assertReadsById(String plan) {
        assertReads("sessions_pkey", plan);
        assertThat(plan).contains("index cond: (id = ");
    }

    @Override
    void assertReads(String index, String plan) {
        assertThat(plan).containsPattern("index (only )?scan (using|on) " + index).doesNotContain("seq scan");
    }

    @Override
    void assertReadsInOrder(String index, String plan) {
        assertReads(index, plan);
        assertThat(plan).doesNotContain("sort");
    }
}
