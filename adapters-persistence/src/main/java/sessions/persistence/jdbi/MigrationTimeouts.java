package sessions.persistence.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Disables timeouts during migrations: building an index on many rows takes longer than a request may. Afterwards the
 * pool restores the timeout of the connection, and this class those of the server; if a migration fails, the pool is
 * closed.
 */
final class MigrationTimeouts extends BaseCallback {

    private final List<String> names;
    private final Map<String, String> before = new LinkedHashMap<>();

    /** @param names connection settings that are timeouts; 0 disables them */
    MigrationTimeouts(List<String> names) {
        this.names = names;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                connection.setNetworkTimeout(Runnable::run, 0);
                for (String name : names) {
                    before.put(name, value(statement, name));
                    statement.execute("set " + name + " = 0");
                }
            } else {
                for (String name : names) {
                    statement.execute("set " + name + " = '" + before.get(name) + "'");
                }
            }
        } catch (SQLException failed) {
            throw new FlywayException("Could not change the timeouts for a migration", failed);
        }
    }

    private static String value(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
