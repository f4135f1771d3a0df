package sessions.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server on a free port of this machine, started on first use and shared by the tests of one process.
 * The system property {@code sessions.postgres.shared_buffers} gives it more memory than its default, for benchmarks.
 */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {
    }

    /** Creates an empty database and returns its JDBC URL with user and password. Its timeouts suit a busy machine. */
    public static String newDatabase() {
        return newDatabaseWithDefaultTimeouts() + "&poolTimeout=60&options=-c%20lock_timeout=60s";
    }

    /** Creates an empty database with an encoding such as {@code LATIN1}, and returns its JDBC URL. */
    public static String newDatabaseIn(String encoding) {
        return newDatabase(" encoding '" + encoding + "' locale 'C' template template0");
    }

    /** Creates an empty database on which callers wait only as long as in production. */
    public static String newDatabaseWithDefaultTimeouts() {
        return newDatabase("");
    }

    private static String newDatabase(String options) {
        String name = "sessions_" + DATABASES.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + options);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database could not be created", failed);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }

    /** Returns a builder for a durable server, as in production; the default of the embedded server is not durable. */
    static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200").setServerConfig("shared_buffers",
                        System.getProperty("sessions.postgres.shared_buffers", "128MB"));
    }

    /** Starts the server on first use. */
    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return durable().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
