package sessions.benchmarks.population;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.UUID;
import sessions.domain.model.Json;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Fills the table of a SQL store directly, because the store would make each session durable separately. */
final class SqlBulkLoader implements AutoCloseable {

    private static final int BATCH = 10_000;
    private static final int HALF = 16;
    private static final int HEX = 16;

    private static final String INSERT = """
            insert into sessions (id, user_id, user_name, active, open_time, request_time, address, client, version,
                expires_at, data_content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;

    private SqlBulkLoader(Connection connection) {
        this.connection = connection;
    }

    /** @param afterwards SQL to execute afterwards, or empty for none */
    static void run(String url, Population population, String afterwards) {
        try (SqlBulkLoader load = new SqlBulkLoader(DriverManager.getConnection(url))) {
            load.insert(population.sessions().iterator());
            load.execute(afterwards);
        } catch (SQLException failed) {
            throw new IllegalStateException("the sessions could not be loaded", failed);
        }
    }

    private void insert(Iterator<SessionV1> sessions) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (sessions.hasNext()) {
                for (int i = 0; i < BATCH && sessions.hasNext(); i++) {
                    bind(insert, sessions.next());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    private static void bind(PreparedStatement insert, SessionV1 session) throws SQLException {
        Json data = session.data();
        int index = 0;
        insert.setObject(++index, uuid(session.id()));
        insert.setString(++index, session.userId());
        insert.setString(++index, session.userName());
        insert.setBoolean(++index, session.active());
        insert.setLong(++index, session.openTime().toEpochMilli());
        insert.setLong(++index, session.requestTime().toEpochMilli());
        insert.setString(++index, session.address());
        insert.setString(++index, session.client());
        insert.setLong(++index, session.version());
        insert.setLong(++index, session.expiresAt().toEpochMilli());
        insert.setString(++index, data == null ? null : data.text());
    }

    private static UUID uuid(SessionId id) {
        String hex = id.value();
        return new UUID(Long.parseUnsignedLong(hex, 0, HALF, HEX), Long.parseUnsignedLong(hex, HALF, 2 * HALF, HEX));
    }

    private void execute(String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
