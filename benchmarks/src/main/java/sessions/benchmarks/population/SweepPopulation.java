package sessions.benchmarks.population;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a PostgreSQL database with expired sessions that have not been swept, which expired within a day in the order
 * of their open times, and with active sessions. About 1 KB each.
 */
public final class SweepPopulation {

    private static final Duration SPAN = Duration.ofDays(1);

    private final Connection connection;

    private SweepPopulation(Connection connection) {
        this.connection = connection;
    }

    /**
     * Fills the database of an empty store as of now.
     *
     * @return the ids of the active sessions
     */
    public static List<String> run(String url, int expired, int alive) {
        try (Connection connection = DriverManager.getConnection(url)) {
            SweepPopulation load = new SweepPopulation(connection);
            Instant now = Instant.now();
            load.insert(expired, now.minus(Population.EXPIRY.idleTimeout()).minus(SPAN).minus(SPAN));
            load.insert(alive, now.minus(SPAN));
            // Otherwise autovacuum would do the same during the measurement.
            load.execute("vacuum analyze sessions");
            load.execute("checkpoint");
            return load.alive(now);
        } catch (SQLException failed) {
            throw new IllegalStateException("the sessions could not be loaded", failed);
        }
    }

    /** The server generates the rows, because this is fastest. */
    private void insert(int sessions, Instant opened) throws SQLException {
        execute("""
                insert into sessions (id, user_id, user_name, active, open_time, request_time, address, client, version,
                    expires_at, data_content)
                select gen_random_uuid(), 'user' || n %% 50000, 'Name of user', true, opened, opened, '192.0.2.7', 'web', 1,
                    opened + %4$s, '{"cart":"' || repeat('x', 850) || '"}'
                from generate_series(0, %1$s - 1) n cross join lateral (select %2$s + n::bigint * %3$s / %1$s) o (opened)"""
                .formatted(sessions, opened.toEpochMilli(), SPAN.toMillis(),
                        Population.EXPIRY.idleTimeout().toMillis()));
    }

    private List<String> alive(Instant now) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select replace(id::text, '-', '') from sessions"
                        + " where expires_at > " + now.toEpochMilli())) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
