package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import sessions.persistence.jdbi.QueryPlanTest;
import sessions.persistence.jdbi.RecordedStore;

class H2QueryPlanTest extends QueryPlanTest {

    /** Matches the change inside a query, because H2 explains it only by itself. */
    private static final Pattern CHANGE_IN_QUERY = Pattern.compile("select \\* from (final|old) table \\((.*)\\)",
            Pattern.DOTALL);

    private static final Pattern ROWS_READ = Pattern.compile("scancount: ([0-9]+)");

    private int others;

    H2QueryPlanTest() {
        super("jdbc:h2:mem:plans");
    }

    @Override
    public String newDatabase() {
        return "jdbc:h2:mem:other-plans-" + ++others;
    }

    @Override
    public String randomId() {
        return "random_uuid()";
    }

    @Override
    public String series() {
        return "system_range";
    }

    @Override
    public List<String> preparations() {
        return List.of();
    }

    @Override
    public List<String> plans(RecordedStore store, RecordedStore.Statement statement) {
        String sql = CHANGE_IN_QUERY.matcher(statement.sql()).replaceFirst("$2");
        String plan = store.text(new RecordedStore.Statement("explain " + sql, statement.values()));
        return List.of(plan.split(" union all ", -1));
    }

    @Override
    public int rowsRead(RecordedStore store, RecordedStore.Statement statement) {
        return ROWS_READ.matcher(store.text(statement.withPrefix("explain analyze"))).results()
                .mapToInt(rows -> Integer.parseInt(rows.group(1))).sum();
    }

    @Override
    public void assertReadsByKey(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": request_key = ?");
    }

    @Override
    public void assertReadsById(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": id = ?");
    }

    @Override
    public void assertReadsByIds(String plan) {
        assertThat(plan).contains("/* public.primary_key_").contains(": id in(");
    }

    @Override
    public void assertReads(String index, String plan) {
        assertThat(plan).contains("/* public." + index);
    }

    @Override
    public void assertReadsInOrder(String index, String plan) {
        assertReads(index, plan);
        assertThat(plan).contains("/* index sorted */");
    }
}
