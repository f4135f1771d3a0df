package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

class H2QueryPlanTest extends QueryPlanTest {

    /** H2 does not explain the change inside a query, only by itself. */
    private static final Pattern CHANGE_IN_QUERY = Pattern.compile("select \\* from (final|old) table \\((.*)\\)",
            Pattern.DOTALL);

    private static final Pattern ROWS_READ = Pattern.compile("scancount: ([0-9]+)");

    private int others;

    H2QueryPlanTest() {
        super("jdbc:h2:mem:plans");
    }

    @Override
    String newDatabase() {
        return "jdbc:h2:mem:other-plans-" + ++others;
    }

    @Override
    String randomId() {
        return "random_uuid()";
    }

    @Override
    String series() {
        return "system_range";
    }

    @Override
    List<String> preparations() {
        return List.of();
    }

    @Override
    List<String> plans(RecordedStore store, RecordedStore.Statement statement) {
        String sql = CHANGE_IN_QUERY.matcher(statement.sql()).replaceFirst("$2");
        String plan = store.text(new RecordedStore.Statement("explain " + sql, statement.values()));
        return List.of(plan.split(" union all ", -1));
    }

    @Override
    int rowsRead(RecordedStore store, RecordedStore.Statement statement) {
        return ROWS_READ.matcher(store.text(statement.withPrefix("explain analyze"))).results()
                .mapToInt(rows -> Integer.parseInt(rows.group(1))).sum();
    }

    @Override
    void assertReadsByKey(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": request_key = ?");
    }

    @Override
    void assertReadsById(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": id = ?");
    }

    @Override
    void assertReadsByIds(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": id in(");
    }

    @Override
    void assertReads(String index, String plan) {
        assertThat(plan).contains("/* public." + index);
    }

    @Override
    void assertReadsInOrder(String index, String plan) {
        assertReads(index, plan);
        assertThat(plan).contains("/* index sorted */");
    }
}
