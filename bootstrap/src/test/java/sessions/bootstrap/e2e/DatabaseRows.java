package sessions.bootstrap.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The sessions in a database while another process works on it. */
public final class DatabaseRows {

    private static final String UNDEFINED_TABLE = "42P01";

    private DatabaseRows() {
    }

    /** Returns the number of sessions; 0 if the table does not exist yet. */
    public static long count(String database) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from sessions")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException failed) {
            if (UNDEFINED_TABLE.equals(failed.getSQLState())) {
                return 0;
            }
            throw new IllegalStateException(failed);
        }
    }
}
