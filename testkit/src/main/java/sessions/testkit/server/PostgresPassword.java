package sessions.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the test server, which trusts everyone, require a password from one role. */
public final class PostgresPassword {

    private static final String WRONG_PASSWORD = "28P01";

    private PostgresPassword() {
    }

    /**
     * Creates an empty database that belongs to a new role.
     *
     * @return its URL, without user and password; callers wait up to a minute for a connection
     */
    public static String newDatabaseOf(String role, String password) throws SQLException {
        String url = PostgresServer.newDatabase();
        String bare = url.substring(0, url.indexOf('?')) + "?poolTimeout=60";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + role + " login password '" + password + "'");
            statement.execute("alter database " + connection.getCatalog() + " owner to " + role);
            try (ResultSet rows = statement.executeQuery("show hba_file")) {
                rows.next();
                prepend(Path.of(rows.getString(1)), "host all " + role + " all scram-sha-256\n");
            }
            statement.execute("select pg_reload_conf()");
        }
        awaitRejection(bare, role);
        return bare;
    }

    private static void prepend(Path file, String line) {
        try {
            Files.writeString(file, line + Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server rereads its files with a delay. */
    private static void awaitRejection(String url, String role) throws SQLException {
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, role, "no such password")) {
                connection.isValid(0);
            } catch (SQLException rejected) {
                if (WRONG_PASSWORD.equals(rejected.getSQLState())) {
                    return;
                }
                throw rejected;
            }
        }
    }
}
