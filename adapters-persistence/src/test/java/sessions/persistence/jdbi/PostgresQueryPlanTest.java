package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import sessions.testkit.PostgresServer;

class PostgresQueryPlanTest extends QueryPlanTest {

    PostgresQueryPlanTest() {
        super(PostgresServer.newDatabase());
    }

    @Override
    List<String> preparations() {
        return List.of(insert("gen_random_uuid()", "generate_series"), "vacuum analyze sessions");
    }

    @Override
    List<String> plans(RecordedStore store, RecordedStore.Statement statement) {
        return List.of(store.text(statement.withPrefix("explain (costs off)")));
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
